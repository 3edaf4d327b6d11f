package io.traject.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.traject.access.Permission;
import io.traject.testing.TestAccounts;
import io.traject.testing.TrajectTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TrajectTest
class RestMannersTest {

    /** More than the application reads of one file. */
    private static final int MEGABYTES_REFUSED = 102;

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    JdbcClient database;

    @Autowired
    JsonMapper json;

    private final HttpClient client = HttpClient.newHttpClient();
    private final String name = "thing " + UUID.randomUUID();
    private final String key = UUID.randomUUID().toString();
    private String token;

    @BeforeEach
    void signIn() {
        token = accounts.accessToken(UUID.randomUUID(), Permission.CASES_VIEW);
    }

    @Test
    void shouldAskWhoCallsWithoutToken() throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(uri("/api/v1/testing/things")).build(), BodyHandlers.ofString());

        assertProblem(answer, 401, "unauthenticated");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void shouldAnswerEveryMistakeWithAProblem() throws Exception {
        assertProblem(get("/api/v1/testing/forbidden"), 403, "forbidden");
        assertProblem(get("/api/v1/testing/nothing"), 404, "not-found");
        assertProblem(get("/services/nothing"), 404, "not-found");
        assertProblem(get("/api/v1/testing/things/not-an-id"), 404, "not-found");
        assertProblem(post("/api/v1/testing/fault", "{}"), 405, "method-not-allowed");
        assertProblem(post("/api/v1/testing/things", "{"), 400, "malformed");
        assertProblem(
                send(request("/api/v1/testing/things")
                        .header("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString("x"))),
                415,
                "unsupported-media-type");
        assertProblem(post("/api/v1/testing/refused-things", thing(name)), 409, "username-taken");
        assertProblem(get("/api/v1/testing/things?size=201"), 400, "parameter-invalid");
        assertProblem(get("/api/v1/testing/things?page=-1"), 400, "parameter-invalid");
    }

    @Test
    void shouldNameTheFieldsThatAreWrong() throws Exception {
        JsonNode problem = assertProblem(post("/api/v1/testing/things", "{\"name\":\"\"}"), 422, "invalid");

        assertThat(problem.at("/errors/0/field").asString()).isEqualTo("name");
        assertThat(problem.at("/errors/0/code").asString()).isEqualTo("NotBlank");
        assertThat(problem.at("/errors/0/message").asString()).isNotBlank();
    }

    @Test
    void shouldLeaveOutNullCharacters() throws Exception {
        assertThat(post("/api/v1/testing/things", "{\"name\":\"Le\\u0000ver\"}").body())
                .contains("\"Lever\"");
    }

    @Test
    void shouldTellAReferenceAndNoDetailsOfAFault() throws Exception {
        HttpResponse<String> answer = send(request("/api/v1/testing/fault").header("X-Correlation-Id", "ref-12345678"));

        JsonNode problem = assertProblem(answer, 500, "internal");
        assertThat(problem.get("correlationId").asString()).isEqualTo("ref-12345678");
        assertThat(answer.body()).doesNotContain("welkom123").doesNotContain("Exception");
    }

    @Test
    void shouldSpeakTheLanguageOfTheCaller() throws Exception {
        assertThat(send(request("/api/v1/testing/nothing").header("Accept-Language", "en"))
                        .body())
                .contains("Not found");
        assertThat(send(request("/api/v1/testing/nothing")).body()).contains("Niet gevonden");
    }

    @Test
    void shouldRefuseAFileThatIsTooLarge() throws Exception {
        HttpResponse<String> answer = upload(
                "large.bin",
                BodyPublishers.ofByteArrays(Collections.nCopies(MEGABYTES_REFUSED, new byte[1 << 20])),
                "boundary-1",
                key);

        assertProblem(answer, 413, "too-large");
    }

    @Test
    void shouldPageListsAndSayWhenThereAreMoreThanCounted() throws Exception {
        JsonNode page =
                json.readTree(get("/api/v1/testing/things?page=3&size=10").body());

        assertThat(page.get("page").asInt()).isEqualTo(3);
        assertThat(page.get("size").asInt()).isEqualTo(10);
        assertThat(page.get("total").asInt()).isEqualTo(10_000);
        assertThat(page.get("totalIsMinimum").asBoolean()).isTrue();
        assertThat(json.valueToTree(new ItemPage<>(List.of(), 0, 10, 3, false, null))
                        .has("totalIsMinimum"))
                .isFalse();
    }

    @Test
    void shouldGiveARepeatedRequestTheFirstAnswer() throws Exception {
        HttpResponse<String> first = create(key);
        HttpResponse<String> second = create(key);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(second.headers().firstValue("ETag")).contains("\"0\"");
        assertThat(second.headers().firstValue("Content-Type"))
                .isEqualTo(first.headers().firstValue("Content-Type"));
        assertThat(things()).isEqualTo(1);
    }

    @Test
    void shouldRefuseAKeyThatBelongsToAnotherRequest() throws Exception {
        create(key);

        assertProblem(
                send(json("/api/v1/testing/things", thing(name + " too")).header("Idempotency-Key", key)),
                422,
                "idempotency-key-reused");
        assertProblem(
                send(json("/api/v1/testing/things", thing(name)).header("Idempotency-Key", "x".repeat(201))),
                400,
                "idempotency-key-invalid");
    }

    @Test
    void shouldCreateOnceWhenTheSameRequestComesSeveralTimesAtOnce() throws Exception {
        Callable<HttpResponse<String>> attempt = () -> create(key);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<HttpResponse<String>> answers =
                    threads
                            .invokeAll(
                                    IntStream.range(0, 4).mapToObj(i -> attempt).toList())
                            .stream()
                            .map(Future::resultNow)
                            .toList();
            assertThat(answers).allSatisfy(answer -> {
                assertThat(answer.statusCode()).isEqualTo(201);
                assertThat(answer.body()).isEqualTo(answers.getFirst().body());
            });
        }
        assertThat(things()).isEqualTo(1);
    }

    @Test
    void shouldKeepKeysOfAccountsApart() throws Exception {
        create(key);
        token = accounts.accessToken(UUID.randomUUID(), Permission.CASES_VIEW);

        create(key);

        assertThat(things()).isEqualTo(2);
    }

    @Test
    void shouldLeaveNothingOfARefusedRequestAndLetItBeRepeated() throws Exception {
        var refused = json("/api/v1/testing/refused-things", thing(name)).header("Idempotency-Key", key);

        assertProblem(send(refused), 409, "username-taken");
        assertProblem(send(refused), 409, "username-taken");

        assertThat(things()).isZero();
        assertThat(create(key).statusCode()).isEqualTo(201);
    }

    @Test
    void shouldKnowAnUploadAgainWhateverItsBoundary() throws Exception {
        HttpResponse<String> first = upload(name, "some text", "boundary-1", key);
        HttpResponse<String> second = upload(name, "some text", "boundary-2", key);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.body()).contains(":9\"");
        assertThat(second.body()).isEqualTo(first.body());
        assertProblem(upload(name, "other text", "boundary-3", key), 422, "idempotency-key-reused");
    }

    @Test
    void shouldRequireTheVersionThatWasSeen() {
        EntityTags.require("\"3\"", 3);
        EntityTags.require("\"2\", \"3\"", 3);
        EntityTags.require("*", 3);

        assertThatThrownBy(() -> EntityTags.require("\"2\"", 3)).hasMessage("changed-meanwhile");
        assertThatThrownBy(() -> EntityTags.require(null, 3)).hasMessage("if-match-required");
    }

    @Test
    void shouldDescribeItselfAndShowThePage() throws Exception {
        HttpResponse<String> description =
                client.send(HttpRequest.newBuilder(uri("/v3/api-docs")).build(), BodyHandlers.ofString());
        assertThat(description.body())
                .contains("\"tokenUrl\":\"/services/api/oauth2/token\"", "\"scheme\":\"bearer\"")
                .contains("/services/api/oauth2/token")
                .doesNotContain("/testing/");

        HttpResponse<String> page = client.send(
                HttpRequest.newBuilder(uri("/swagger-ui/index.html")).build(), BodyHandlers.ofString());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("script-src 'self';", "style-src 'self' 'unsafe-inline'");
    }

    private JsonNode assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        JsonNode problem = json.readTree(answer.body());
        assertThat(problem.get("type").asString()).isEqualTo("urn:traject:problem:" + code);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("title").asString()).isNotBlank();
        assertThat(problem.get("detail").asString()).isNotBlank();
        assertThat(problem.get("correlationId").asString())
                .isEqualTo(answer.headers().firstValue("X-Correlation-Id").orElseThrow());
        return problem;
    }

    private HttpResponse<String> create(String idempotencyKey) throws Exception {
        return send(json("/api/v1/testing/things", thing(name)).header("Idempotency-Key", idempotencyKey));
    }

    private HttpResponse<String> upload(String fileName, String content, String boundary, String idempotencyKey)
            throws Exception {
        return upload(fileName, BodyPublishers.ofString(content), boundary, idempotencyKey);
    }

    private HttpResponse<String> upload(String fileName, BodyPublisher content, String boundary, String idempotencyKey)
            throws Exception {
        String head = "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
                .formatted(boundary, fileName);
        return send(request("/api/v1/testing/files")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .header("Idempotency-Key", idempotencyKey)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        content,
                        BodyPublishers.ofString("\r\n--%s--\r\n".formatted(boundary)))));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return send(json(path, body));
    }

    private HttpRequest.Builder json(String path, String body) {
        return request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private long things() {
        return database.sql("select count(*) from testing_thing where name = ?")
                .param(name)
                .query(Long.class)
                .single();
    }

    private static String thing(String name) {
        return "{\"name\":\"%s\"}".formatted(name);
    }
}
