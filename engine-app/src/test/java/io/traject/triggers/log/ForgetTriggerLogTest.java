package io.traject.triggers.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.traject.kernel.Ids;
import io.traject.testing.TestCases;
import io.traject.testing.TrajectTest;
import io.traject.triggers.TestTriggerRoom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was known long ago is not kept for ever. */
@TrajectTest
class ForgetTriggerLogTest {

    @Autowired
    ForgetTriggerLog forgetLog;

    @Autowired
    TestCases cases;

    @Autowired
    JdbcClient database;

    private UUID organisation;

    @BeforeEach
    void makeOrganisation() {
        organisation = cases.municipality();
    }

    @Test
    void shouldForgetWhatIsOldAndSettled() {
        UUID old = evaluated(401);
        fired(old, "DONE");
        UUID unsettled = evaluated(401);
        fired(unsettled, "FAILED");
        UUID young = evaluated(399);
        fired(young, "DONE");

        forgetLog.forget();

        assertThat(kept("triggers_evaluation")).containsExactlyInAnyOrder(unsettled, young);
        assertThat(kept("triggers_firing")).containsExactlyInAnyOrder(unsettled, young);
        assertThat(kept("events_snapshot")).containsExactlyInAnyOrder(unsettled, young);
        assertThat(database.sql(
                                "select count(*) from triggers_action_run r where not exists (select from triggers_firing f where f.id = r.firing_id)")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private UUID evaluated(int daysAgo) {
        Instant at = Instant.now().minus(Duration.ofDays(daysAgo));
        UUID event = Ids.derived(at, UUID.randomUUID().toString());
        database.sql("insert into events_snapshot values (?, ?, ?, current_date, '{}')")
                .params(event, organisation, TestTriggerRoom.HAPPENED)
                .update();
        database.sql("""
                        insert into triggers_evaluation (event_id, organisation_id, publication, evaluated_at, event_type,
                            happened_at, fired)
                        values (?, ?, 1, now(), ?, now(), 1)
                        """).params(event, organisation, TestTriggerRoom.HAPPENED).update();
        return event;
    }

    private void fired(UUID event, String state) {
        UUID firing = UUID.randomUUID();
        database.sql("""
                        insert into triggers_firing (id, event_id, event_type, organisation_id, trigger_id, version_id, name,
                            subject_id, depth, fired_at, actions)
                        values (?, ?, ?, ?, ?, ?, 'Letter', ?, 0, now(), 1)
                        """)
                .params(
                        firing,
                        event,
                        TestTriggerRoom.HAPPENED,
                        organisation,
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        UUID.randomUUID())
                .update();
        database.sql("insert into triggers_action_run values (?, 0, 'testing-note', ?, 'x', '{}', 1, now())")
                .params(firing, state)
                .update();
    }

    private List<UUID> kept(String table) {
        return database.sql("select event_id from " + table + " where organisation_id = ?")
                .param(organisation)
                .query(UUID.class)
                .list();
    }
}
