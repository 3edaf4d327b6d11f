package io.traject.access.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.traject.access.Permission;
import io.traject.access.Reach.Part;
import io.traject.access.StandardRole;
import io.traject.organisation.employees.Employee;
import io.traject.organisation.tree.NodeKind;
import io.traject.testing.Browser;
import io.traject.testing.RestCaller;
import io.traject.testing.TestAccounts;
import io.traject.testing.TestCases;
import io.traject.testing.TestEmployees;
import io.traject.testing.TrajectTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks and changes are found by who reads the logs for the part of the organisation in which they belong. */
@TrajectTest
class PlacesInLogsTest {

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestEmployees employees;

    @Autowired
    TestCases cases;

    @Autowired
    JdbcClient database;

    private UUID provider;
    private UUID ovens;
    private UUID shop;
    private Employee baker;
    private Browser worker;

    @BeforeEach
    void employ() {
        provider = employees.provider();
        UUID bakery = employees.node(NodeKind.EMPLOYER, provider, "Bakery");
        ovens = employees.node(NodeKind.DEPARTMENT, bakery, "Ovens");
        shop = employees.node(NodeKind.DEPARTMENT, bakery, "Shop");
        baker = employees.add(ovens, "1", "Bakker");
        worker = new Browser(port).signedIn(accounts.user(StandardRole.CASE_WORKER, provider));
    }

    @Test
    void shouldShowLooksAtAnEmployeeToWhoAuditsTheDepartment() {
        UUID about = cases.about(baker.id(), "Of the baker").id();

        worker.get("/employees/" + baker.id());
        new RestCaller(port, accounts.accessToken(provider, Permission.EMPLOYEES_VIEW))
                .get("/api/v1/employees/" + baker.id());
        worker.get("/cases/" + about);

        assertThat(placesOf(baker.id())).hasSize(2).containsOnly(ovens);
        assertThat(placesOf(about)).containsExactly(ovens);
        assertThat(auditor(ovens).get("/audit/access").body())
                .contains(baker.id().toString());
        assertThat(auditor(shop).get("/audit/access").body())
                .doesNotContain(baker.id().toString());
    }

    @Test
    void shouldTellWhoRegisteredAProvider() {
        String name = "Provider " + UUID.randomUUID();
        Browser administrator = new Browser(port).signedIn(accounts.installationAdministrator());
        administrator.get("/admin/providers/new");
        administrator.post("/admin/providers/new", "name", name, "version", "0");
        UUID registered = database.sql("select id from organisation_node where name = ?")
                .param(name)
                .query(UUID.class)
                .single();
        administrator.post("/admin/providers/" + registered, "name", name + " 2", "version", "0");

        assertThat(database.sql("""
                                select action from access_change
                                where object_id = ? and object_kind = 'provider' and organisation_id = ? order by id
                                """)
                        .params(registered, registered)
                        .query(String.class)
                        .list())
                .containsExactly("created", "changed");
    }

    private Browser auditor(UUID department) {
        return new Browser(port).signedIn(accounts.user(StandardRole.AUDITOR, provider, new Part(department, true)));
    }

    private List<UUID> placesOf(UUID file) {
        return database.sql("select node_id from access_look where file_id = ? order by id")
                .param(file)
                .query(UUID.class)
                .list();
    }
}
