package io.traject.organisation;

import static io.traject.testing.Browser.location;
import static org.assertj.core.api.Assertions.assertThat;

import io.traject.access.StandardRole;
import io.traject.testing.Browser;
import io.traject.testing.TestAccounts;
import io.traject.testing.TestMunicipalities;
import io.traject.testing.TrajectTest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@TrajectTest
class MunicipalitiesPageTest {

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestMunicipalities testMunicipalities;

    @Autowired
    MunicipalityDirectory municipalities;

    @Autowired
    CaseWorkerCheck caseWorkerCheck;

    private final String name = "Gemeente " + UUID.randomUUID();
    private Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser(port).signedIn(accounts.installationAdministrator());
        browser.get("/admin/municipalities/new");
    }

    @Test
    void shouldRegisterAMunicipality() {
        HttpResponse<String> saved = post("/admin/municipalities/new", Map.of("postcode", "1234ab"));

        assertThat(location(saved)).isEqualTo("/admin/municipalities");
        assertThat(browser.get("/admin/municipalities?size=200").body()).contains(name);
        assertThat(registered().details().postcode()).isEqualTo("1234 AB");
    }

    @Test
    void shouldLeaveOutNullCharacters() {
        assertThat(location(post("/admin/municipalities/new", Map.of("street", "Ka\0de"))))
                .isEqualTo("/admin/municipalities");
        assertThat(registered().details().street()).isEqualTo("Kade");
    }

    @Test
    void shouldSayBesideTheFieldWhatIsWrong() {
        HttpResponse<String> answer = post(
                "/admin/municipalities/new",
                Map.of(
                        "street", " ",
                        "city", "x".repeat(101),
                        "phone", "0".repeat(21),
                        "postcode", "1234 SS",
                        "email", "waterdam"));

        assertThat(answer.body())
                .contains("Vul de straat in.")
                .contains("hoogstens 100 tekens")
                .contains("hoogstens 20 tekens")
                .contains("Vul een postcode in")
                .contains("Vul een e-mailadres in");
        assertThat(municipalities.all())
                .noneMatch(municipality -> municipality.name().equals(name));
    }

    @Test
    void shouldRefuseANameThatExistsInCapitalsToo() {
        Municipality existing = testMunicipalities.register();

        assertThat(post(
                                "/admin/municipalities/new",
                                Map.of("name", existing.name().toUpperCase()))
                        .body())
                .contains("Er is al een gemeente");
        assertThat(location(post(
                        "/admin/municipalities/" + existing.id(),
                        Map.of("name", existing.name().toUpperCase(), "version", "0"))))
                .isEqualTo("/admin/municipalities");
    }

    @Test
    void shouldNotLoseAnUpdateOfSomeoneElse() {
        Municipality municipality = testMunicipalities.register();
        String page = "/admin/municipalities/" + municipality.id();
        browser.get(page);

        assertThat(location(post(page, Map.of("street", "Kade", "version", "0"))))
                .isEqualTo("/admin/municipalities");
        browser.get(page);
        HttpResponse<String> late = post(page, Map.of("street", "Markt", "version", "0"));

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(municipalities.get(municipality.id()).details().street()).isEqualTo("Kade");
    }

    @Test
    void shouldBeOfTheInstallationsAdministratorOnly() {
        Municipality municipality = testMunicipalities.register();
        browser = new Browser(port).signedIn(accounts.user(StandardRole.ADMINISTRATOR, municipality.id()));
        browser.get("/account");

        assertThat(post("/admin/municipalities/new", Map.of()).statusCode()).isEqualTo(403);
        browser.get("/account");
        assertThat(post("/admin/municipalities/" + municipality.id(), Map.of("street", ""))
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.get("/admin/municipalities").statusCode()).isEqualTo(403);
        assertThat(browser.get("/admin/municipalities/" + municipality.id()).statusCode())
                .isEqualTo(403);
        assertThat(browser.get("/").body()).doesNotContain("/admin/municipalities");
    }

    @Test
    void shouldAnswerNotFoundForAnUnknownMunicipality() {
        assertThat(browser.get("/admin/municipalities/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void shouldMissACaseWorkerUntilThereIsOne() {
        Municipality municipality = testMunicipalities.register();
        assertThat(caseWorkerCheck.look().arguments().toString()).contains(municipality.name());

        accounts.user(StandardRole.CASE_WORKER, municipality.id());

        assertThat(caseWorkerCheck.look().arguments().toString()).doesNotContain(municipality.name());
    }

    private Municipality registered() {
        return municipalities.all().stream()
                .filter(municipality -> municipality.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private HttpResponse<String> post(String page, Map<String, String> changed) {
        Map<String, String> form = new LinkedHashMap<>(Map.of(
                "name", name,
                "department", "Werk en Inkomen",
                "street", "Raadhuisplein",
                "houseNumber", "1",
                "postcode", "1234 AB",
                "city", "Waterdam",
                "phone", "14 0123",
                "email", "heronderzoek@waterdam.example",
                "version", "0"));
        form.putAll(changed);
        List<String> fields = new ArrayList<>();
        form.forEach((field, value) -> fields.addAll(List.of(field, value)));
        return browser.post(page, fields.toArray(String[]::new));
    }
}
