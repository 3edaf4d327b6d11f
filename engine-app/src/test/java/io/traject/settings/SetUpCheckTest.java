package io.traject.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.traject.access.Permission;
import io.traject.access.Reach.Part;
import io.traject.access.StandardRole;
import io.traject.access.rights.UserGroup;
import io.traject.access.rights.UserGroups;
import io.traject.agenda.ConsultationType;
import io.traject.organisation.tree.NodeKind;
import io.traject.rules.triggers.Condition;
import io.traject.testing.Browser;
import io.traject.testing.TestAccounts;
import io.traject.testing.TestAgenda;
import io.traject.testing.TestCases;
import io.traject.testing.TestEmployees;
import io.traject.testing.TrajectTest;
import io.traject.triggers.actions.ChosenAction;
import io.traject.triggers.editing.TestTriggers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everyone who sets something up sees what is missing of that, and nothing of others. */
@TrajectTest
class SetUpCheckTest {

    private static final String PAGE = "/admin/set-up-check";

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestEmployees employees;

    @Autowired
    TestCases cases;

    @Autowired
    TestAgenda agenda;

    @Autowired
    TestTriggers triggers;

    @Autowired
    UserGroups groups;

    @Autowired
    JdbcClient database;

    private UUID provider;
    private Browser administrator;

    @BeforeEach
    void signIn() {
        provider = employees.provider();
        administrator = as(StandardRole.ADMINISTRATOR);
    }

    @Test
    void shouldNameRolesGroupsAndUsersThatDoNotBelongTogether() {
        assertThat(administrator.get(PAGE).body())
                .contains("Elke gebruiker heeft een rol", "Elke rol die hier", "Elke groep heeft");

        groups.save(new UserGroup(UUID.randomUUID(), provider, "Lege groep", Set.of()));
        role("Vergeten rol");
        UUID idle = accounts.user(StandardRole.PLANNER, provider).id();
        database.sql("delete from access_user_group where user_id = ?")
                .param(idle)
                .update();
        database.sql("update access_user set display_name = 'Wil Doelloos' where id = ?")
                .param(idle)
                .update();

        assertThat(administrator.get(PAGE).body())
                .contains("Niemand heeft de rol Vergeten rol.", "Lege groep", "Wil Doelloos");
        assertThat(as(StandardRole.FUNCTIONAL_ADMINISTRATOR).get(PAGE).body()).doesNotContain("Vergeten rol");
        assertThat(other(StandardRole.ADMINISTRATOR).get(PAGE).body())
                .doesNotContain("Vergeten rol", "Lege groep", "Wil Doelloos");
    }

    @Test
    void shouldAskAProviderForEmployersAndNotForTemplatesOfResidents() {
        Browser functional = as(StandardRole.FUNCTIONAL_ADMINISTRATOR);
        assertThat(functional.get("/").body()).contains(PAGE);
        assertThat(functional.get(PAGE).body())
                .contains("Er is nog geen werkgever gepubliceerd")
                .doesNotContain("Sjablonen voor uitnodigingen", "Openbaar adres");

        employees.node(NodeKind.EMPLOYER, provider, "Bakkerij");
        assertThat(functional.get(PAGE).body()).contains("Eén werkgever heeft geen contactpersoon.");
    }

    @Test
    void shouldAskAProviderForConsultationTypesAndForWhoPlansAndHoldsThem() throws Exception {
        assertThat(administrator.get(PAGE).body())
                .contains("Er is geen spreekuursoort", "href=\"/admin/consultation-types\"")
                .doesNotContain("Wie afspraken plant en houdt");

        ConsultationType checkUp = agenda.type(provider, "Spreekuur", "Check-up");
        assertThat(administrator.get(PAGE).body())
                .contains(
                        "Er is één spreekuursoort",
                        "Niemand heeft de rol Planner of de rol Behandelaar",
                        "href=\"/admin/users/new\"");
        assertThat(as(StandardRole.FUNCTIONAL_ADMINISTRATOR).get(PAGE).body())
                .as("who can't add users")
                .contains("Er is één spreekuursoort")
                .doesNotContain("Wie afspraken plant en houdt");

        accounts.user(StandardRole.PLANNER, provider);
        assertThat(administrator.get(PAGE).body()).contains("Niemand heeft de rol Behandelaar");
        UUID practitioner = accounts.user(StandardRole.PRACTITIONER, provider).id();
        assertThat(administrator.get(PAGE).body()).contains("Er is iemand die afspraken plant, en iemand die");
        database.sql("update access_user set active = false where id = ?")
                .param(practitioner)
                .update();
        assertThat(administrator.get(PAGE).body()).contains("Niemand heeft de rol Behandelaar");

        database.sql("update agenda_consultation_type set retired_at = now() where id = ?")
                .param(checkUp.id())
                .update();
        assertThat(administrator.get(PAGE).body())
                .contains("Er is geen spreekuursoort")
                .doesNotContain("Wie afspraken plant en houdt");
    }

    @Test
    void shouldTakeARoleOfTheOrganisationItselfForAPlanner() throws Exception {
        agenda.type(provider, "Spreekuur", "Check-up");
        UUID own = role("Roosteraar", Permission.APPOINTMENTS_PLAN);
        UUID user = accounts.user(StandardRole.CASE_WORKER, provider).id();
        assertThat(administrator.get(PAGE).body()).contains("de rol Planner of de rol Behandelaar");

        database.sql("update access_user set role_id = ? where id = ?")
                .params(own, user)
                .update();

        assertThat(administrator.get(PAGE).body())
                .contains("Niemand heeft de rol Behandelaar")
                .doesNotContain("de rol Planner of de rol Behandelaar");
    }

    @Test
    void shouldAskAMunicipalityForNoAppointments() {
        Browser itsAdministrator =
                new Browser(port).signedIn(accounts.user(StandardRole.ADMINISTRATOR, cases.municipality()));

        assertThat(itsAdministrator.get(PAGE).body())
                .doesNotContain("Er is geen spreekuursoort", "Gepubliceerde triggers");
    }

    @Test
    void shouldNameTriggersThatAreNoLongerRight() throws Exception {
        ConsultationType checkUp = agenda.type(provider, "Spreekuur", "Check-up");
        UUID trigger = triggers.publish(
                provider,
                "Uitnodigen na verhuizing",
                "employment.changed",
                new Condition.All(List.of()),
                new ChosenAction(
                        "create-appointment-request",
                        Map.of("consultationType", checkUp.code().value())));
        Browser functional = as(StandardRole.FUNCTIONAL_ADMINISTRATOR);
        assertThat(functional.get(PAGE).body()).contains("De gepubliceerde trigger bevat geen fouten.");

        database.sql("update agenda_consultation_type set retired_at = now() where id = ?")
                .param(checkUp.id())
                .update();

        assertThat(functional.get(PAGE).body())
                .contains("mogelijk zonder werking: Uitnodigen na verhuizing.", "/admin/triggers/" + trigger);
        assertThat(functional.get("/admin/triggers/" + trigger + "/edit").statusCode())
                .isEqualTo(200);
        assertThat(other(StandardRole.FUNCTIONAL_ADMINISTRATOR).get(PAGE).body())
                .doesNotContain("Uitnodigen na verhuizing");
    }

    @Test
    void shouldTellAMunicipalityOfItselfOnly() {
        UUID mine = cases.municipality();
        UUID other = cases.municipality();
        Browser functional = new Browser(port).signedIn(accounts.user(StandardRole.FUNCTIONAL_ADMINISTRATOR, mine));
        Browser itsAdministrator = new Browser(port).signedIn(accounts.user(StandardRole.ADMINISTRATOR, mine));

        assertThat(functional.get(PAGE).body())
                .contains("Een Nederlands sjabloon om inwoners uit te nodigen ontbreekt.")
                .doesNotContain(cases.nameOf(other));
        assertThat(itsAdministrator.get(PAGE).body()).doesNotContain(cases.nameOf(other));
    }

    @Test
    void shouldShowTheInstallationToWhoLooksAfterIt() {
        Browser installation = new Browser(port).signedIn(accounts.installationAdministrator());

        assertThat(installation.get(PAGE).body())
                .contains("Mailserver", "Overeenkomsten", "Gemeenten en arbodiensten", "Beheerders")
                .doesNotContain("Er is nog geen gemeente");
    }

    @Test
    void shouldBeNobodyElses() {
        assertThat(as(StandardRole.CASE_WORKER).get(PAGE).statusCode()).isEqualTo(403);
        UUID bakery = employees.node(NodeKind.EMPLOYER, provider, "Bakkerij");
        Browser ofAPart = new Browser(port)
                .signedIn(accounts.user(StandardRole.FUNCTIONAL_ADMINISTRATOR, provider, new Part(bakery, true)));
        assertThat(ofAPart.get(PAGE).statusCode()).isEqualTo(403);
        assertThat(ofAPart.get("/").body()).doesNotContain(PAGE);
    }

    private void role(String name) {
        role(name, Permission.CASES_VIEW);
    }

    private UUID role(String name, Permission permission) {
        UUID id = UUID.randomUUID();
        database.sql("insert into access_role (id, version, organisation_id, name, employer_side, edited)"
                        + " values (?, 0, ?, ?, false, false)")
                .params(id, provider, name)
                .update();
        database.sql("insert into access_role_permission (role_id, permission) values (?, ?)")
                .params(id, permission.name())
                .update();
        return id;
    }

    private Browser as(StandardRole role) {
        return new Browser(port).signedIn(accounts.user(role, provider));
    }

    private Browser other(StandardRole role) {
        return new Browser(port).signedIn(accounts.user(role, employees.provider()));
    }
}
