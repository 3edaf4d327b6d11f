package io.traject.access.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.traject.access.AccessLog;
import io.traject.access.Actor;
import io.traject.access.ActorAuthentication;
import io.traject.access.AuditTrail;
import io.traject.access.AuditedObject;
import io.traject.access.FileKind;
import io.traject.access.FilePart;
import io.traject.access.Permission;
import io.traject.access.PersonalFile;
import io.traject.access.Reach;
import io.traject.access.StandardRole;
import io.traject.kernel.Ids;
import io.traject.kernel.Language;
import io.traject.testing.Browser;
import io.traject.testing.RestCaller;
import io.traject.testing.TestAccounts;
import io.traject.testing.TestAccounts.TestUser;
import io.traject.testing.TestCases;
import io.traject.testing.TrajectTest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** What gets into the audit trail and the access log, and that it stays there. */
@TrajectTest
class LogsTest {

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestCases cases;

    @Autowired
    AuditTrail auditTrail;

    @Autowired
    AccessLog accessLog;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    private UUID municipality;

    @BeforeEach
    void register() {
        municipality = cases.municipality();
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    private record Entry(String actor, String action, UUID object, String details) {}

    @Test
    void shouldRecordWhoChangedAUserAndKeepPersonalValuesToItself() {
        TestUser administrator = accounts.user(StandardRole.ADMINISTRATOR, municipality);
        TestUser worker = accounts.user(StandardRole.CASE_WORKER, municipality);
        Browser browser = new Browser(port).signedIn(administrator);
        browser.get("/admin/users/" + worker.id() + "/deactivation");

        browser.post("/admin/users/" + worker.id() + "/deactivation");

        assertThat(changes(worker.id())).last().satisfies(entry -> {
            assertThat(entry.actor()).isEqualTo("Test User");
            assertThat(entry.action()).isEqualTo("changed");
            assertThat(entry.details()).isEqualTo("{\"active\": {\"to\": \"false\", \"from\": \"true\"}}");
        });
        assertThat(changes(worker.id())).first().satisfies(made -> {
            assertThat(made.action()).isEqualTo("created");
            assertThat(made.details())
                    .contains("\"displayName\": {\"masked\": true}")
                    .doesNotContain("Test User");
        });
    }

    @Test
    void shouldRecordAChangeOnlyWhenItIsCommitted() {
        UUID object = Ids.next();
        act(user(), null);

        transaction.executeWithoutResult(status -> {
            auditTrail.record(AuditTrail.Change.of(AuditedObject.of("case", object, municipality), "changed")
                    .with("state", "OPEN", "CLOSED")
                    .masked("subject"));
            status.setRollbackOnly();
        });

        assertThat(changes(object)).isEmpty();
        assertThatThrownBy(() -> auditTrail.record(
                        AuditTrail.Change.of(AuditedObject.of("case", object, municipality), "changed")))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void shouldNameBothTheAccountThatActsAndTheUserForWhomItActs() {
        UUID object = Ids.next();
        Actor user = user();
        act(user, account());

        transaction.executeWithoutResult(status ->
                auditTrail.record(AuditTrail.Change.of(AuditedObject.of("case", object, municipality), "changed")));
        accessLog.looked(PersonalFile.of(FileKind.CASE, object, municipality), FilePart.FILE);

        for (String log : List.of("access_change where object_id", "access_look where file_id")) {
            assertThat(database.sql("select actor_name, actor_kind, behalf_id, behalf_name from " + log + " = ?")
                            .param(object)
                            .query()
                            .singleRow())
                    .containsExactlyInAnyOrderEntriesOf(Map.of(
                            "actor_name", "A program",
                            "actor_kind", "API_ACCOUNT",
                            "behalf_id", user.id(),
                            "behalf_name", "A user"));
        }
    }

    @Test
    void shouldNoteWhoLookedAtACaseOnAPageAndByACall() {
        UUID one = cases.open(municipality, "A. Bewoner").id();
        TestUser worker = accounts.user(StandardRole.CASE_WORKER, municipality);

        new Browser(port).signedIn(worker).get("/cases/" + one);
        new RestCaller(port, accounts.accessToken(municipality, Permission.CASES_VIEW)).get("/api/v1/cases/" + one);

        assertThat(looks(one)).containsExactly("USER FILE", "API_ACCOUNT FILE");
    }

    @Test
    void shouldNoteNothingWhenNothingWasShown() {
        UUID one = cases.open(municipality, "A. Bewoner").id();
        TestUser stranger = accounts.user(StandardRole.CASE_WORKER, cases.municipality());
        TestUser powerless = accounts.user(StandardRole.PROCESS_ANALYST, municipality);

        assertThat(new Browser(port).signedIn(stranger).get("/cases/" + one).statusCode())
                .isEqualTo(404);
        assertThat(new Browser(port).signedIn(powerless).get("/cases/" + one).statusCode())
                .isEqualTo(403);

        assertThat(looks(one)).isEmpty();
    }

    @Test
    void shouldKeepALookThoughTheRequestFailsAfterwards() {
        UUID file = Ids.next();
        act(user(), null);
        var reading = new TransactionTemplate(transaction.getTransactionManager());
        reading.setReadOnly(true);

        reading.executeWithoutResult(status -> {
            accessLog.looked(PersonalFile.of(FileKind.CASE, file, municipality), FilePart.FILE);
            status.setRollbackOnly();
        });

        assertThat(looks(file)).containsExactly("USER FILE");
    }

    @Test
    void shouldOnlyBeAppendedTo() {
        UUID object = Ids.next();
        act(user(), null);
        transaction.executeWithoutResult(status ->
                auditTrail.record(AuditTrail.Change.of(AuditedObject.of("case", object, municipality), "changed")));
        accessLog.looked(PersonalFile.of(FileKind.CASE, object, municipality), FilePart.FILE);

        for (String statement : List.of(
                "update access_change set actor_name = 'Somebody else' where object_id = '%s'",
                "delete from access_change where object_id = '%s'",
                "update access_look set file_kind = 'BATCH' where file_id = '%s'",
                "update access_look set block = 1, part = 'LETTERS' where file_id = '%s'",
                "delete from access_look where file_id = '%s'",
                "truncate access_change",
                "truncate access_look",
                "truncate access_sealed_block")) {
            assertThatThrownBy(() -> database.sql(statement.formatted(object)).update())
                    .as(statement)
                    .rootCause()
                    .hasMessageMatching("(?s).*(only appended to|stays as it is).*");
        }
    }

    private List<Entry> changes(UUID object) {
        return database.sql("select actor_name, action, object_id, details::text from access_change where object_id = ?"
                        + " order by id")
                .param(object)
                .query((row, n) ->
                        new Entry(row.getString(1), row.getString(2), row.getObject(3, UUID.class), row.getString(4)))
                .list();
    }

    private List<String> looks(UUID file) {
        return database.sql("select actor_kind || ' ' || part from access_look where file_id = ? order by id")
                .param(file)
                .query(String.class)
                .list();
    }

    private Actor user() {
        return actor("A user", Actor.Kind.USER);
    }

    private Actor account() {
        return actor("A program", Actor.Kind.API_ACCOUNT);
    }

    private Actor actor(String name, Actor.Kind kind) {
        return new Actor(
                Ids.next(),
                "name",
                name,
                kind,
                Optional.of(municipality),
                Set.of(Permission.CASES_VIEW),
                Reach.whole(municipality),
                Language.EN);
    }

    private static void act(Actor actor, @Nullable Actor through) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new ActorAuthentication(actor, through));
        SecurityContextHolder.setContext(context);
    }
}
