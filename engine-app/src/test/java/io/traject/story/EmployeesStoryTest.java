package io.traject.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.traject.testing.TestBrowser.assertAccessible;
import static io.traject.testing.TestBrowser.shoot;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.traject.access.Reach.Part;
import io.traject.access.StandardRole;
import io.traject.access.SystemActor;
import io.traject.kernel.Bsn;
import io.traject.organisation.employees.Employee;
import io.traject.organisation.employees.MedicalNotes;
import io.traject.organisation.tree.NodeKind;
import io.traject.testing.TestAccounts;
import io.traject.testing.TestAccounts.TestUser;
import io.traject.testing.TestBrowser;
import io.traject.testing.TestCases;
import io.traject.testing.TestEmployees;
import io.traject.testing.TrajectTest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Employees as a functional administrator, an employer's user, a department manager and a practitioner meet them. */
@TrajectTest
class EmployeesStoryTest {

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestEmployees employees;

    @Autowired
    TestCases cases;

    @Autowired
    MedicalNotes medicalNotes;

    private UUID provider;
    private UUID bakery;
    private UUID ovens;
    private Employee baker;

    @BeforeEach
    void open() {
        provider = employees.provider();
        bakery = employees.node(NodeKind.EMPLOYER, provider, "Bakkerij Korenbloem");
        UUID utrecht = employees.node(NodeKind.ESTABLISHMENT, bakery, "Utrecht");
        ovens = employees.node(NodeKind.DEPARTMENT, utrecht, "Ovens");
        UUID shop = employees.node(NodeKind.DEPARTMENT, utrecht, "Winkel");
        baker = employees.add(ovens, TestEmployees.details("10", "Jansen", Optional.of(new Bsn("123456782"))));
        employees.add(shop, "9", "Öztürk");
        SystemActor.run(() -> medicalNotes.write(baker.id(), Optional.of("Rugklachten"), baker.version()));
    }

    @Test
    void shouldShowEachWhatIsTheirs() {
        try (BrowserContext visitor = TestBrowser.visitor(1280, ColorScheme.LIGHT)) {
            Page page =
                    signedIn(visitor, accounts.user(StandardRole.DEPARTMENT_MANAGER, provider, new Part(ovens, true)));
            page.navigate(at("/employees"));
            assertThat(page.locator("tbody tr")).hasCount(1);
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Jansen, A.B. van der"))
                    .click();
            assertThat(page.locator("h1")).hasText("A.B. van der Jansen");
            assertThat(page.locator("body")).not().containsText("Medische notitie");
            assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Gegevens wijzigen")))
                    .hasCount(0);
            shoot(page, "employee-manager-1280");
        }
        try (BrowserContext visitor = TestBrowser.visitor(1280, ColorScheme.LIGHT)) {
            Page page = signedIn(visitor, accounts.user(StandardRole.EMPLOYER_USER, provider, new Part(bakery, true)));
            page.keyboard().press("/");
            page.keyboard().type("özt");
            page.keyboard().press("Enter");
            assertThat(page.locator("tbody tr")).hasCount(1);
            page.navigate(at("/employees/" + baker.id()));
            assertThat(page.locator("body")).not().containsText("Medische notitie");
            assertThat(page.locator("body")).not().containsText("123456782");
        }
        try (BrowserContext visitor = TestBrowser.visitor(1280, ColorScheme.LIGHT)) {
            Page page = signedIn(visitor, accounts.user(StandardRole.PRACTITIONER, provider, new Part(bakery, true)));
            page.keyboard().press("/");
            page.keyboard().type("123456782");
            page.keyboard().press("Enter");
            assertThat(page.locator("h1")).hasText("A.B. van der Jansen");
            Assertions.assertThat(page.url()).doesNotContain("123456782");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Medische notitie openen"))
                    .click();
            assertThat(page.locator("textarea")).hasValue("Rugklachten");
        }
    }

    @Test
    void shouldBeAccessibleAndFitTheScreen() {
        TestUser user = accounts.user(StandardRole.ADMINISTRATOR, provider);
        String aCase =
                "/cases/" + cases.about(baker.id(), "Terug naar de ovens").id();
        for (int width : List.of(1280, 390)) {
            try (BrowserContext visitor = TestBrowser.visitor(width, ColorScheme.LIGHT)) {
                Page page = signedIn(visitor, user);
                look(page, width, "employees", "/employees");
                look(page, width, "employees-none", "/employees?q=nobody");
                look(page, width, "employee", "/employees/" + baker.id());
                look(page, width, "employee-edit", "/employees/" + baker.id() + "/edit");
                look(page, width, "employee-where", "/employees/new");
                look(page, width, "employee-new", "/employees/new?at=" + ovens);
                look(page, width, "employment-new", "/employees/" + baker.id() + "/employments/new");
                look(page, width, "employee-archive", "/employees/" + baker.id() + "/archive");
                look(page, width, "employee-medical", "/employees/" + baker.id() + "/medical-note");
                look(page, width, "search", "/search?q=jan");
                look(page, width, "employee-case-new", "/employees/" + baker.id() + "/cases/new");
                look(page, width, "employee-case", aCase);
                look(page, width, "employee-case-closure", aCase + "/closure");
                look(page, width, "employee-cases", "/cases?employee=" + baker.id());
                look(page, width, "employer-with-cases", "/employers/" + bakery);
                page.navigate(at("/employers/" + bakery + "/job-functions"));
                page.getByLabel("Naam van de functie").fill("Bakker");
                assertThat(page.getByLabel("Functiecode")).hasValue("Bakker");
                look(page, width, "job-functions", "/employers/" + bakery + "/job-functions");
            }
        }
    }

    private void look(Page page, int width, String name, String path) {
        page.navigate(at(path));
        shoot(page, name + "-" + width);
        assertAccessible(page);
    }

    private Page signedIn(BrowserContext visitor, TestUser user) {
        Page page = visitor.newPage();
        page.navigate(at("/sign-in"));
        page.locator("input[name=username]").fill(user.username());
        page.locator("input[name=password]").fill(user.password());
        page.locator("input[name=password]").press("Enter");
        page.waitForURL(at("/"));
        return page;
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }
}
