package io.traject.triggers.running;

import io.traject.events.EventSnapshot;
import io.traject.kernel.BusinessTime;
import io.traject.triggers.running.Firing.Stop;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What fired, and which events were evaluated. Who may read it is the caller's matter. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Firings {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final BusinessTime time;

    Firings(JdbcClient jdbc, JdbcTemplate batches, BusinessTime time) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.time = time;
    }

    void add(Firing firing) {
        jdbc.sql("""
                        insert into triggers_firing (id, event_id, event_type, organisation_id, trigger_id, version_id, name,
                            subject_id, depth, fired_at, stopped, actions)
                        values (:id, :event, :type, :organisation, :trigger, :version, :name, :subject, :depth, :at, :stopped,
                            :actions)
                        """)
                .param("id", firing.id())
                .param("event", firing.event())
                .param("type", firing.eventType())
                .param("organisation", firing.organisation())
                .param("trigger", firing.trigger())
                .param("version", firing.version())
                .param("name", firing.name())
                .param("subject", firing.subject())
                .param("depth", firing.depth())
                .param("at", firing.at().atOffset(ZoneOffset.UTC))
                .param("stopped", firing.stopped().map(Stop::name).orElse(null))
                .param("actions", firing.actions())
                .update();
    }

    /** @param fired how many triggers fired, by event; none for what isn't there */
    void noteEvaluated(List<EventSnapshot> events, Map<UUID, Integer> fired, long publication) {
        var now = time.now().atOffset(ZoneOffset.UTC);
        batches.batchUpdate("""
                insert into triggers_evaluation (event_id, organisation_id, publication, evaluated_at, event_type, happened_at,
                    fired)
                values (?, ?, ?, ?, ?, ?, ?)
                """, events, events.size(), (statement, event) -> {
            statement.setObject(1, event.id());
            statement.setObject(2, event.organisation());
            statement.setLong(3, publication);
            statement.setObject(4, now);
            statement.setString(5, event.type());
            statement.setObject(6, event.at().atOffset(ZoneOffset.UTC));
            statement.setInt(7, fired.getOrDefault(event.id(), 0));
        });
    }

    /** How often the trigger fired for the thing since, counted up to a limit. */
    int count(UUID trigger, UUID subject, Instant since, int limit) {
        return jdbc.sql("""
                        select count(*) from (
                            select from triggers_firing
                            where trigger_id = ? and subject_id = ? and fired_at > ? limit ?) fired
                        """)
                .params(trigger, subject, since.atOffset(ZoneOffset.UTC), limit)
                .query(Integer.class)
                .single();
    }

    Optional<Firing> find(UUID id) {
        return jdbc.sql("select * from triggers_firing where id = ?")
                .param(id)
                .query(Firings::firing)
                .optional();
    }

    static Firing firing(ResultSet row, int number) throws SQLException {
        return new Firing(
                row.getObject("id", UUID.class),
                row.getObject("event_id", UUID.class),
                row.getString("event_type"),
                row.getObject("organisation_id", UUID.class),
                row.getObject("trigger_id", UUID.class),
                row.getObject("version_id", UUID.class),
                row.getString("name"),
                row.getObject("subject_id", UUID.class),
                row.getInt("depth"),
                row.getObject("fired_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("stopped")).map(Stop::valueOf),
                row.getInt("actions"));
    }
}
