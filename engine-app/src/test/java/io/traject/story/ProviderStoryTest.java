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
import io.traject.organisation.employees.Employee;
import io.traject.organisation.employees.MedicalNotes;
import io.traject.organisation.tree.NodeKind;
import io.traject.testing.TestAccounts;
import io.traject.testing.TestAccounts.TestUser;
import io.traject.testing.TestBrowser;
import io.traject.testing.TestEmployees;
import io.traject.testing.TrajectTest;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A provider's people from the first role to daily work: its administrator lets a department's manager in, its functional
 * administrator sets up what is asked of employers, and the people of an employer see what is theirs and nothing else.
 */
@TrajectTest
class ProviderStoryTest {

    private static final int WIDE = 1280;
    private static final Map<Integer, Integer> SCREENS = Map.of(WIDE, 900, 390, 844);

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestEmployees employees;

    @Autowired
    MedicalNotes medicalNotes;

    private UUID provider;
    private UUID works;
    private UUID welding;
    private Employee welder;
    private Employee clerk;

    @BeforeEach
    void employ() {
        provider = employees.provider();
        works = employees.node(NodeKind.EMPLOYER, provider, "Metaalwerken Zuid");
        UUID hall = employees.node(NodeKind.ESTABLISHMENT, works, "Hal Noord");
        welding = employees.node(NodeKind.DEPARTMENT, hall, "Lashal");
        UUID office = employees.node(NodeKind.DEPARTMENT, hall, "Administratie");
        welder = employees.add(welding, "1", "Lasser");
        clerk = employees.add(office, "2", "Klerk");
        SystemActor.run(() -> medicalNotes.write(welder.id(), Optional.of("Rugklachten"), welder.version()));
    }

    @Test
    void shouldLetADepartmentsManagerInWhoSeesThatDepartmentOnly() {
        String username = "teamleider-" + UUID.randomUUID();
        String password;
        try (BrowserContext visitor = TestBrowser.visitor(WIDE, ColorScheme.LIGHT)) {
            Page page = signedIn(visitor, accounts.user(StandardRole.ADMINISTRATOR, provider));
            makeRole(page);
            makeGroup(page);
            password = makeUser(page, username);
        }
        try (BrowserContext visitor = TestBrowser.visitor(WIDE, ColorScheme.LIGHT)) {
            Page page = visitor.newPage();
            signIn(page, username, password);
            page.waitForURL(at("/account/password"));
            page.fill("#current", password);
            page.fill("#wanted", "een paarse tractor");
            page.fill("#repeat", "een paarse tractor");
            submit(page);
            seeOneDepartment(page);
        }
    }

    private void makeRole(Page page) {
        page.navigate(at("/admin/roles"));
        look(page, "roles");
        page.navigate(at("/admin/roles/" + accounts.role(provider, StandardRole.DEPARTMENT_MANAGER)));
        look(page, "role");
        page.click("main a[href$='/copy']");
        page.fill("#name", "Teamleider");
        look(page, "role-copy");
        submit(page);
        assertThat(page.locator("h1")).hasText("Teamleider");
    }

    private void makeGroup(Page page) {
        page.navigate(at("/admin/groups"));
        look(page, "groups");
        page.click("main a[href^='/admin/groups/new']");
        page.fill("#name", "Team Lashal");
        look(page, "group-new");
        submit(page);
        look(page, "group");
        page.fill("main #q", "lashal");
        page.press("main #q", "Enter");
        page.locator("section[aria-labelledby='offered-title'] form[action$='/parts'] button")
                .first()
                .click();
        assertThat(page.locator("section[aria-labelledby='chosen-title'] tbody"))
                .containsText("Lashal");
        look(page, "group-with-part");
    }

    private String makeUser(Page page, String username) {
        page.navigate(at("/admin/users/new"));
        page.fill("#displayName", "Tess Teamleider");
        page.fill("#username", username);
        page.getByLabel("Teamleider", new Page.GetByLabelOptions().setExact(true))
                .check();
        page.getByLabel("Team Lashal").check();
        look(page, "user-new");
        submit(page);
        look(page, "user-credentials");
        return page.textContent("#password").strip();
    }

    private void seeOneDepartment(Page page) {
        page.navigate(at("/employees"));
        assertThat(page.locator("main tbody tr")).hasCount(1);
        assertThat(page.locator("main tbody")).containsText("Lasser");
        look(page, "manager-employees");
        page.navigate(at("/organisation"));
        look(page, "manager-tree");
        page.navigate(at("/departments/" + welding));
        assertThat(page.locator("nav.breadcrumb").first()).containsText("Metaalwerken Zuid");
        Assertions.assertThat(page.locator("a[href='/employers/" + works + "']").count())
                .as("of what lies above, the name and nothing else (A16)")
                .isZero();
        look(page, "manager-department");
        page.navigate(at("/employees/" + welder.id()));
        assertThat(page.locator("body")).not().containsText("Medische");
        assertThat(page.locator("body")).not().containsText("Rugklachten");
        for (String elsewhere : new String[] {
            "/employers/" + works,
            "/employees/" + clerk.id(),
            "/employees/" + clerk.id() + "/medical-note",
            "/organisation/" + provider
        }) {
            Assertions.assertThat(page.navigate(at(elsewhere)).status())
                    .as(elsewhere)
                    .isIn(403, 404);
        }
        page.navigate(at("/search?q=klerk"));
        assertThat(page.locator("main")).not().containsText("Klerk, A.B.");
        page.navigate(at("/search?q=lasser"));
        assertThat(page.locator("main")).containsText("Lasser, A.B.");
    }

    @Test
    void shouldLetAFunctionalAdministratorSetUpWhatIsAsked() {
        try (BrowserContext visitor = TestBrowser.visitor(WIDE, ColorScheme.LIGHT)) {
            Page page = signedIn(visitor, accounts.user(StandardRole.FUNCTIONAL_ADMINISTRATOR, provider));
            page.navigate(at("/admin/set-up-check"));
            assertThat(page.locator("main")).containsText("contactpersoon");
            look(page, "functional-set-up-check");

            page.navigate(at("/admin/configuration/profile"));
            page.selectOption("#use-vatNumber", "REQUIRED");
            submit(page);
            assertThat(page.locator("#use-vatNumber")).hasValue("REQUIRED");
            look(page, "functional-profile");

            page.navigate(at("/admin/configuration/parameters/new"));
            page.check("input[value='DaysUntilReminderOfRegistration']");
            look(page, "functional-parameter-new");
            submit(page);
            page.navigate(at("/admin/configuration/parameters/DaysUntilReminderOfRegistration"));
            page.check("#on");
            page.fill("#value", "5");
            submit(page);
            page.navigate(at("/admin/configuration/parameters"));
            assertThat(page.locator("main tbody")).containsText("5");
            look(page, "functional-parameters");

            page.navigate(at("/organisation"));
            look(page, "functional-tree");
            page.navigate(at("/employers/" + works));
            look(page, "functional-employer");
            Assertions.assertThat(page.navigate(at("/admin/users")).status()).isEqualTo(403);
        }
    }

    @Test
    void shouldLetAnEmployersUserKeepItsEmployees() {
        UUID other = employees.node(NodeKind.EMPLOYER, provider, "Thuiszorg De Linde");
        Employee stranger = employees.add(other, "1", "Vreemde");
        try (BrowserContext visitor = TestBrowser.visitor(WIDE, ColorScheme.LIGHT)) {
            Page page = signedIn(visitor, accounts.user(StandardRole.EMPLOYER_USER, provider, new Part(works, true)));
            page.navigate(at("/employees"));
            assertThat(page.locator("main tbody tr")).hasCount(2);
            page.navigate(at("/employees/new?at=" + welding));
            page.fill("#number", "3");
            page.fill("#initials", "N.");
            page.fill("#lastName", "Nieuwe");
            page.fill("#start", "2026-01-01");
            submit(page);
            assertThat(page.locator("h1")).hasText("N. Nieuwe");
            look(page, "employer-user-employee");
            assertThat(page.locator("body")).not().containsText("Medische");
            assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Dossier openen")))
                    .hasCount(0);
            Assertions.assertThat(
                            page.navigate(at("/employees/" + stranger.id())).status())
                    .isEqualTo(404);
            Assertions.assertThat(page.navigate(at("/employers/" + other)).status())
                    .isEqualTo(404);
            Assertions.assertThat(page.navigate(at("/cases")).status()).isEqualTo(403);
            page.navigate(at("/"));
            look(page, "employer-user-dashboard");
        }
    }

    private void look(Page page, String name) {
        SCREENS.forEach((width, height) -> {
            page.setViewportSize(width, height);
            shoot(page, "provider-" + name + "-" + width);
            assertAccessible(page);
        });
        page.setViewportSize(WIDE, SCREENS.get(WIDE));
    }

    private static void submit(Page page) {
        page.locator("main form button.button-primary[type=submit]").first().click();
        page.waitForLoadState();
    }

    private Page signedIn(BrowserContext visitor, TestUser user) {
        Page page = visitor.newPage();
        signIn(page, user.username(), user.password());
        page.waitForURL(at("/"));
        return page;
    }

    private void signIn(Page page, String username, String password) {
        page.navigate(at("/sign-in"));
        page.locator("input[name=username]").fill(username);
        page.locator("input[name=password]").fill(password);
        page.locator("input[name=password]").press("Enter");
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }
}
