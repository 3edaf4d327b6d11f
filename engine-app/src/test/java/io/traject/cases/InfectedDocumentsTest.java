package io.traject.cases;

import static io.traject.testing.Browser.location;
import static io.traject.testing.RestCaller.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.traject.access.Permission;
import io.traject.access.StandardRole;
import io.traject.kernel.Language;
import io.traject.testing.Browser;
import io.traject.testing.MultipartForm;
import io.traject.testing.RestCaller;
import io.traject.testing.TestAccounts;
import io.traject.testing.TestCases;
import io.traject.testing.TestClamd;
import io.traject.testing.TrajectTest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A document is kept once the virus scanner has called it clean, and by no way in before (E9). */
@TrajectTest
class InfectedDocumentsTest {

    private static final byte[] CLEAN = pdf("payslip");

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

    private UUID about;
    private String form;
    private String api;
    private String link;
    private Browser worker;
    private RestCaller program;
    private RestCaller resident;

    @BeforeEach
    void invite() {
        UUID municipality = cases.municipality();
        about = cases.open(municipality, "A. de Vries").id();
        cases.invite(about);
        links.open(List.of(about));
        form = "/cases/" + about + "/supplied-data";
        api = "/api/v1/cases/" + about;
        link = links.address(about, Language.NL).substring(publicUrl.length());
        worker = new Browser(port).signedIn(accounts.user(StandardRole.CASE_WORKER, municipality));
        program =
                new RestCaller(port, accounts.accessToken(municipality, Permission.CASES_VIEW, Permission.CASES_EDIT));
        resident = new RestCaller(port, "none");
    }

    @Test
    void shouldFileADocumentThatACaseWorkerSupplies() {
        worker.get(form);

        HttpResponse<String> supplied = worker.upload(
                form,
                new MultipartForm()
                        .field("remark", "Aan de balie gebracht")
                        .file("documents", "loonstrook.pdf", CLEAN)
                        .file("documents", "huur.pdf", pdf("rent")));

        assertThat(location(supplied)).isEqualTo("/cases/" + about);
        JsonNode filed = json(program.get(api));
        assertThat(filed.get("stage").asString()).isEqualTo("assessment");
        assertThat(filed.at("/suppliedData/0/data/remark").asString()).isEqualTo("Aan de balie gebracht");
        assertThat(filed.at("/suppliedData/0/suppliedBy").asString()).isEqualTo("Test User");
        assertThat(filed.get("documents"))
                .extracting(each -> each.get("fileName").asString())
                .containsExactlyInAnyOrder("loonstrook.pdf", "huur.pdf");
        assertThat(worker.get("/cases/" + about).body()).contains("loonstrook.pdf", "huur.pdf");
        String document = filed.get("documents")
                .valueStream()
                .filter(each -> each.get("fileName").asString().equals("loonstrook.pdf"))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asString();
        assertThat(worker.getBytes("/cases/" + about + "/documents/" + document).body())
                .isEqualTo(CLEAN);
    }

    @ParameterizedTest
    @CsvSource({
        TestClamd.VIRUS + ",In het bestand “huur.pdf” is een virus gevonden",
        TestClamd.INDIGESTIBLE + ",konden nog niet op virussen worden gecontroleerd"
    })
    void shouldKeepNothingFromTheFormOfACaseWorker(String content, String told) {
        worker.get(form);

        HttpResponse<String> refused = worker.upload(
                form,
                new MultipartForm()
                        .field("remark", "Aan de balie gebracht")
                        .file("documents", "loonstrook.pdf", CLEAN)
                        .file("documents", "huur.pdf", pdf(content)));

        assertThat(refused.body()).contains(told, "Aan de balie gebracht", "Kies de documenten opnieuw");
        assertThatNothingIsKeptOf(content);
    }

    @ParameterizedTest
    @CsvSource({TestClamd.VIRUS + ",422,document-infected", TestClamd.INDIGESTIBLE + ",503,virus-scanner-away"})
    void shouldKeepNothingFromAProgram(String content, int status, String problem) {
        HttpResponse<String> refused = program.upload(
                api + "/supplied-data",
                new MultipartForm()
                        .field("data", "{\"income\":1200}")
                        .file("files", "loonstrook.pdf", CLEAN)
                        .file("files", "huur.pdf", pdf(content)));

        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(RestCaller.problem(refused)).isEqualTo(problem);
        assertThatNothingIsKeptOf(content);
    }

    @ParameterizedTest
    @CsvSource({
        TestClamd.VIRUS + ",In het bestand “huur.pdf” is een virus gevonden",
        TestClamd.INDIGESTIBLE + ",konden nog niet op virussen worden gecontroleerd"
    })
    void shouldKeepNothingFromAResidentAndLetTheLinkWork(String content, String told) {
        HttpResponse<String> refused = resident.upload(
                link,
                new MultipartForm()
                        .field("remark", "Ik ben verhuisd")
                        .file("documents", "loonstrook.pdf", CLEAN)
                        .file("documents", "huur.pdf", pdf(content)));

        assertThat(refused.body()).contains(told, "Ik ben verhuisd", "Kies de documenten opnieuw");
        assertThatNothingIsKeptOf(content);
        assertThat(resident.upload(link, "documents", "loonstrook.pdf", CLEAN).body())
                .contains("Wij hebben uw gegevens ontvangen", "één document");
    }

    private void assertThatNothingIsKeptOf(String content) {
        JsonNode unchanged = json(program.get(api));
        assertThat(unchanged.get("stage").asString()).isEqualTo("awaiting-data");
        assertThat(unchanged.get("suppliedData")).isEmpty();
        assertThat(unchanged.get("documents")).isEmpty();
        assertThat(database.sql("select count(*) from cases_document_content where position(? in content) > 0")
                        .param(content.getBytes(StandardCharsets.US_ASCII))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static byte[] pdf(String content) {
        return ("%PDF-1.7 " + content).getBytes(StandardCharsets.US_ASCII);
    }
}
