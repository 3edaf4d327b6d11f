package io.traject.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.traject.access.accounts.ApiCredentials;
import io.traject.access.accounts.OneTimeCodes;
import io.traject.testing.Browser;
import io.traject.testing.TestAccounts;
import io.traject.testing.TrajectTest;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TrajectTest
class ApiSignInTest {

    @LocalServerPort
    int port;

    @Value("${traject.public-url}")
    String publicUrl;

    @Autowired
    TestAccounts accounts;

    @Autowired
    JdbcClient database;

    @Autowired
    JsonMapper json;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void shouldGiveAnAccessTokenForTokenAndOneTimeCode() throws Exception {
        ApiCredentials account = anAccount();

        HttpResponse<String> answer = signIn(account, TestAccounts.password(account));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        JsonNode token = json.readTree(answer.body());
        assertThat(token.get("token_type").asString()).isEqualTo("Bearer");
        assertThat(token.get("expires_in").asInt()).isEqualTo(3600);
        assertThat(token.get("base_url").asString()).isEqualTo(publicUrl);
        assertThat(call(token.get("access_token").asString()).statusCode()).isEqualTo(404);
    }

    @Test
    void shouldNotBelieveTheHostHeader() throws Exception {
        ApiCredentials account = anAccount();
        String form = form("password", account.username(), TestAccounts.password(account));
        try (var socket = new Socket("localhost", port)) {
            socket.getOutputStream()
                    .write(("POST /services/api/oauth2/token HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n"
                                    + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                                    + form.length() + "\r\n\r\n" + form)
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer)
                    .startsWith("HTTP/1.1 200")
                    .contains("\"base_url\"")
                    .doesNotContain("evil.example");
        }
    }

    @Test
    void shouldRefuseACodeThatWasUsed() throws Exception {
        ApiCredentials account = anAccount();
        String password = TestAccounts.password(account);

        assertThat(signIn(account, password).statusCode()).isEqualTo(200);

        assertInvalidGrant(signIn(account, password));
    }

    @Test
    void shouldAcceptACodeOnceWhenItComesTwiceAtOnce() throws Exception {
        ApiCredentials account = anAccount();
        String password = TestAccounts.password(account);
        Callable<Integer> attempt = () -> signIn(account, password).statusCode();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Integer> answers = threads.invokeAll(List.of(attempt, attempt)).stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(answers).containsExactlyInAnyOrder(200, 400);
        }
    }

    @Test
    void shouldRefuseWhateverIsWrong() throws Exception {
        ApiCredentials account = anAccount();
        ApiCredentials other = anAccount();
        String tooOld = OneTimeCodes.codeAt(account.totpSecret(), Instant.now().minus(Duration.ofMinutes(5)));

        assertInvalidGrant(signIn(account, account.token() + "abcdef"));
        assertInvalidGrant(signIn(account, account.token() + tooOld));
        assertInvalidGrant(signIn(account, TestAccounts.password(other)));
        assertInvalidGrant(signIn(account, "short"));
        assertInvalidGrant(token(form("password", "nobody", "x".repeat(49))));
    }

    @Test
    void shouldNameMistakesAsOauthDoes() throws Exception {
        assertThat(token("grant_type=client_credentials").body()).contains("\"unsupported_grant_type\"");
        assertThat(token("grant_type=password&username=a").body()).contains("\"invalid_request\"");
        assertThat(token("").body()).contains("\"invalid_request\"");
        assertThat(token("").statusCode()).isEqualTo(400);
    }

    @Test
    void shouldMakeWhoGuessesWait() throws Exception {
        ApiCredentials account = anAccount();
        for (int attempt = 0; attempt < 10; attempt++) {
            assertInvalidGrant(signIn(account, account.token() + "00000" + attempt));
        }

        HttpResponse<String> answer = signIn(account, TestAccounts.password(account));

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 31L);
    }

    @Test
    void shouldRefuseAnExpiredAndARevokedToken() throws Exception {
        String expired = accounts.accessToken(UUID.randomUUID(), Permission.CASES_VIEW);
        assertThat(call(expired).statusCode()).isEqualTo(404);
        database.sql("update access_token set expires_at = now() - interval '1 second' where token_hash = sha256(?)")
                .param(expired.getBytes(StandardCharsets.US_ASCII))
                .update();

        HttpResponse<String> answer = call(expired);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
                .contains("invalid_token");
        assertThat(answer.body()).contains("urn:traject:problem:unauthenticated");
    }

    @Test
    void shouldLetAnAdministratorCreateAndEndAnAccount() throws Exception {
        UUID municipality = UUID.randomUUID();
        Browser administrator = new Browser(port).signedIn(accounts.user(StandardRole.ADMINISTRATOR, municipality));
        String username = "payroll-" + UUID.randomUUID();
        administrator.get("/admin/api-accounts/new");

        String shown = administrator
                .post(
                        "/admin/api-accounts/new",
                        "username",
                        username,
                        "description",
                        "Payroll",
                        "permissions",
                        "CASES_VIEW",
                        "groups",
                        accounts.whole(municipality).toString())
                .body();

        var account = new ApiCredentials(username, code(shown, "token"), code(shown, "totp-secret"));
        HttpResponse<String> signedIn = signIn(account, TestAccounts.password(account));
        assertThat(signedIn.statusCode()).isEqualTo(200);
        String accessToken = json.readTree(signedIn.body()).get("access_token").asString();
        String list = administrator.get("/admin/api-accounts").body();
        assertThat(list).contains(username).doesNotContain(account.token());

        Matcher end =
                Pattern.compile("/admin/api-accounts/[0-9a-f-]+/deactivation").matcher(list);
        assertThat(end.find()).isTrue();
        assertThat(administrator.get(end.group()).body()).contains(username);
        assertThat(administrator.post(end.group()).statusCode()).isEqualTo(302);
        assertThat(call(accessToken).statusCode()).isEqualTo(401);

        Browser stranger = new Browser(port).signedIn(accounts.user(StandardRole.ADMINISTRATOR, UUID.randomUUID()));
        assertThat(stranger.get(end.group()).statusCode()).isEqualTo(404);
    }

    @Test
    void shouldSayWhatIsMissingWhenCreatingAnAccount() {
        Browser administrator =
                new Browser(port).signedIn(accounts.user(StandardRole.ADMINISTRATOR, UUID.randomUUID()));
        administrator.get("/admin/api-accounts/new");

        assertThat(administrator
                        .post("/admin/api-accounts/new", "username", "?", "description", " ")
                        .body())
                .contains(
                        "Dit kan geen naam zijn",
                        "Vul in voor welk systeem",
                        "Kies minstens één recht",
                        "Kies minstens één groep");
    }

    @Test
    void shouldKeepCaseWorkersAwayFromApiAccounts() {
        Browser caseWorker = new Browser(port).signedIn(accounts.user(StandardRole.CASE_WORKER, UUID.randomUUID()));

        assertThat(caseWorker.get("/admin/api-accounts").statusCode()).isEqualTo(403);
    }

    private ApiCredentials anAccount() {
        return accounts.apiAccount(UUID.randomUUID(), Permission.CASES_VIEW);
    }

    private void assertInvalidGrant(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"error\":\"invalid_grant\"");
    }

    private HttpResponse<String> signIn(ApiCredentials account, String password) throws Exception {
        return token(form("password", account.username(), password));
    }

    private HttpResponse<String> token(String form) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/services/api/oauth2/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> call(String accessToken) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/no-such-thing"))
                        .header("Authorization", "Bearer " + accessToken)
                        .build(),
                BodyHandlers.ofString());
    }

    private static String form(String grantType, String username, String password) {
        return "grant_type=%s&username=%s&password=%s"
                .formatted(grantType, username, URLEncoder.encode(password, StandardCharsets.UTF_8));
    }

    private static String code(String page, String id) {
        Matcher code = Pattern.compile("id=\"" + id + "\">([^<]+)<").matcher(page);
        assertThat(code.find()).isTrue();
        return code.group(1);
    }
}
