package io.traject.cases;

import static io.traject.testing.RestCaller.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.traject.access.Permission;
import io.traject.kernel.Ids;
import io.traject.kernel.Language;
import io.traject.testing.Browser;
import io.traject.testing.RestCaller;
import io.traject.testing.TestAccounts;
import io.traject.testing.TestBrowser;
import io.traject.testing.TestCases;
import io.traject.testing.TrajectTest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@TrajectTest
class SupplyLinkTest {

    private static final byte[] PDF = "%PDF-1.7 payslip".getBytes(StandardCharsets.US_ASCII);
    private static final String ENDED = "Deze link werkt niet";

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestCases cases;

    @Autowired
    SupplyLinks links;

    @Autowired
    JdbcClient database;

    @Value("${traject.public-url}")
    String publicUrl;

    private UUID municipality;
    private RestCaller caller;
    private OpenedCase mine;
    private String page;
    private RestCaller resident;

    @BeforeEach
    void invite() {
        municipality = cases.municipality();
        caller = new RestCaller(
                port,
                accounts.accessToken(
                        municipality, Permission.CASES_VIEW, Permission.CASES_EDIT, Permission.CASES_CANCEL));
        mine = cases.open(municipality, "A. Geheim");
        cases.invite(mine.id());
        links.open(List.of(mine.id()));
        page = pathOf(mine);
        resident = new RestCaller(port, "none");
    }

    @Test
    void shouldFileWhatTheResidentSends() {
        HttpResponse<String> receipt = resident.upload(
                page, "documents", "loonstrook.pdf", PDF, "remark", "Ik ben verhuisd", "contact", "06 12345678");

        assertThat(receipt.statusCode()).isEqualTo(200);
        assertThat(receipt.body()).contains("Wij hebben uw gegevens ontvangen", "één document");
        JsonNode filed = json(caller.get("/api/v1/cases/" + mine.id()));
        assertThat(filed.get("stage").asString()).isEqualTo("assessment");
        assertThat(filed.at("/suppliedData/0/data/remark").asString()).isEqualTo("Ik ben verhuisd");
        assertThat(filed.at("/suppliedData/0/data/contact").asString()).isEqualTo("06 12345678");
        assertThat(filed.at("/suppliedData/0/suppliedBy").asString()).isEqualTo("resident (link)");
        assertThat(filed.at("/documents/0/fileName").asString()).isEqualTo("loonstrook.pdf");
    }

    @Test
    void shouldTellWhoAsksAndUntilWhenButNothingAboutAnyone() {
        HttpResponse<String> shown = resident.get(page);

        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body())
                .contains(cases.nameOf(municipality), "14 0123")
                .doesNotContain("Geheim", mine.number(), mine.id().toString());
        assertThat(resident.get(page + "?language=en").body()).contains("Send us your information");
    }

    @Test
    void shouldLeaveNothingBehindAndTellNobody() {
        HttpResponse<String> shown = resident.get(page);

        assertThat(shown.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(shown.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(shown.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(shown.headers().firstValue("X-Robots-Tag")).hasValue("noindex, nofollow");
        assertThat(shown.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("script-src 'self'", "frame-ancestors 'none'");
    }

    @Test
    void shouldWorkOnceAndThenLookLikeALinkThatNeverWas() {
        String unknown = "/supply/00000-00000-00000-00000";
        // Mail scanners and previews look at links.
        IntStream.range(0, 20)
                .forEach(again -> assertThat(resident.get(page).statusCode()).isEqualTo(200));
        assertThat(send(page, "Eerste").statusCode()).isEqualTo(200);

        HttpResponse<String> second = send(page, "Tweede");

        assertThat(second.statusCode()).isEqualTo(404);
        assertThat(second.body()).contains(ENDED).isEqualTo(send(unknown, "x").body());
        assertThat(resident.get(page).body()).isEqualTo(resident.get(unknown).body());
        assertThat(resident.get("/supply/%00").statusCode()).isBetween(400, 404);
        assertThat(json(caller.get("/api/v1/cases/" + mine.id())).get("suppliedData"))
                .hasSize(1);
    }

    @Test
    void shouldEndWithTheCaseAndItsFinalDateAndWorkAgainAfterAnExtension() {
        OpenedCase late =
                cases.open(municipality, "B. Laat", Ids.next(), Instant.now().minusSeconds(60));
        links.open(List.of(late.id()));
        OpenedCase cancelled = cases.open(municipality, "C. Weg");
        links.open(List.of(cancelled.id()));
        caller.post("/api/v1/cases/" + cancelled.id() + "/cancellation", "{\"reason\":\"x\"}");
        caller.post("/api/v1/cases/" + mine.id() + "/supplied-data", "{\"data\":{\"a\":1}}");

        assertThat(List.of(late, cancelled, mine))
                .allSatisfy(one -> assertThat(resident.get(pathOf(one)).body()).contains(ENDED));

        database.sql("update cases_case set due_at = ? where id = ?")
                .params(Instant.now().plus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC), late.id())
                .update();
        assertThat(resident.get(pathOf(late)).statusCode()).isEqualTo(200);
    }

    @Test
    void shouldNotWorkBeforeItWasSent() {
        OpenedCase uninvited = cases.open(municipality, "D. Nog niet");

        assertThat(resident.get(pathOf(uninvited)).statusCode()).isEqualTo(404);
    }

    @Test
    void shouldBeTypedFromPaperInAnyWay() {
        String code = page.substring("/supply/".length());

        assertThat(List.of(code.toUpperCase(Locale.ROOT), code.replace("-", ""), code.replace('0', 'o')))
                .allSatisfy(typed -> assertThat(resident.get("/supply/" + typed).statusCode())
                        .isEqualTo(200));
    }

    @Test
    void shouldLetOneWinWhenTwoTabsSendAtOnce() throws Exception {
        try (var tabs = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> sending = IntStream.range(0, 4)
                    .<Callable<Integer>>mapToObj(
                            tab -> () -> send(page, "Tabblad " + tab).statusCode())
                    .toList();
            List<Integer> answers =
                    tabs.invokeAll(sending).stream().map(Future::resultNow).toList();

            assertThat(answers).containsOnlyOnce(200).containsOnly(200, 404);
        }
        assertThat(json(caller.get("/api/v1/cases/" + mine.id())).get("suppliedData"))
                .hasSize(1);
    }

    @Test
    void shouldLoseNothingTypedWhenADocumentIsRefused() {
        byte[] html = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);

        HttpResponse<String> refused =
                resident.upload(page, "documents", "loonstrook.pdf", html, "remark", "Ik ben verhuisd", "contact", "x");

        assertThat(refused.body())
                .contains("“loonstrook.pdf” is geen document", "Ik ben verhuisd", "Kies de documenten opnieuw");
        HttpResponse<String> tooLarge =
                resident.upload(page, "documents", "scan.pdf", new byte[(25 << 20) + 1], "remark", "Ik ben verhuisd");
        assertThat(tooLarge.body()).contains("“scan.pdf” is groter dan 25 MB", "Ik ben verhuisd");
        assertThat(send(page, "").body()).contains("Vul iets in of voeg een document toe.");
        assertThat(send(page, "Nu wel").body()).contains("Wij hebben uw gegevens ontvangen");
    }

    @Test
    void shouldTakeALargestDocument() {
        var large = new byte[25 << 20];
        System.arraycopy(PDF, 0, large, 0, PDF.length);

        assertThat(resident.upload(page, "documents", "scan.pdf", large).statusCode())
                .isEqualTo(200);
    }

    @Test
    void shouldSlowDownWhoKeepsSendingToOneLink() {
        HttpResponse<String> last = IntStream.range(0, 11)
                .mapToObj(again -> send(page, ""))
                .reduce((before, after) -> after)
                .orElseThrow();

        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.headers().firstValue("Retry-After")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void shouldBeSentFromAPhoneWithoutAScript(int width) {
        try (BrowserContext visitor = TestBrowser.visitor(width, ColorScheme.LIGHT)) {
            visitor.route("**/*.js", route -> route.abort());
            Page look = visitor.newPage();
            look.navigate("http://localhost:" + port + page);
            TestBrowser.assertAccessible(look);
            TestBrowser.shoot(look, "supply-" + width);
            look.getByLabel("Uw toelichting").fill("Ik ben verhuisd");
            look.locator("#documents")
                    .setInputFiles(new FilePayload("foto.exe", "x/y", "MZ\0\0\0".getBytes(StandardCharsets.UTF_8)));
            look.getByText("Verstuur").click();
            TestBrowser.assertAccessible(look);
            TestBrowser.shoot(look, "supply-refused-" + width);
            assertThat(look.getByLabel("Uw toelichting").inputValue()).isEqualTo("Ik ben verhuisd");
            look.locator("#documents").setInputFiles(new FilePayload("brief.pdf", "x/y", PDF));
            look.getByText("Verstuur").click();
            assertThat(look.locator("h1").textContent()).isEqualTo("Wij hebben uw gegevens ontvangen");
            TestBrowser.assertAccessible(look);
            TestBrowser.shoot(look, "supply-receipt-" + width);
            look.navigate("http://localhost:" + port + page);
            TestBrowser.assertAccessible(look);
            TestBrowser.shoot(look, "supply-ended-" + width);
        }
    }

    private HttpResponse<String> send(String to, String remark) {
        return new Browser(port).post(to, "remark", remark);
    }

    private String pathOf(OpenedCase one) {
        return links.address(one.id(), Language.NL).substring(publicUrl.length());
    }
}
