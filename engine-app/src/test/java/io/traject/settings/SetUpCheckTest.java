package io.traject.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.traject.access.Permission;
import io.traject.access.Reach.Part;
import io.traject.access.StandardRole;
import io.traject.access.rights.UserGroup;
import io.traject.access.rights.UserGroups;
import io.traject.organisation.tree.NodeKind;
import io.traject.testing.Browser;
import io.traject.testing.TestAccounts;
import io.traject.testing.TestCases;
import io.traject.testing.TestEmployees;
import io.traject.testing.TrajectTest;
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
        UUID id = UUID.randomUUID();
        database.sql("insert into access_role (id, version, organisation_id, name, employer_side, edited)"
                        + " values (?, 0, ?, ?, false, false)")
                .params(id, provider, name)
                .update();
        database.sql("insert into access_role_permission (role_id, permission) values (?, ?)")
                .params(id, Permission.CASES_VIEW.name())
                .update();
    }

    private Browser as(StandardRole role) {
        return new Browser(port).signedIn(accounts.user(role, provider));
    }

    private Browser other(StandardRole role) {
        return new Browser(port).signedIn(accounts.user(role, employees.provider()));
    }
}
