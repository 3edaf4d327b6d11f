package io.traject.triggers.replay;

import io.traject.triggers.editing.ContentJson;
import io.traject.triggers.editing.TriggerContent;
import io.traject.triggers.replay.Replay.State;
import io.traject.triggers.replay.Replay.Tally;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
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

/** Replays and what they found. Who may read them is the caller's matter. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Replays {

    private static final int KEPT = 10;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Replays(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** @return false when one of the trigger is running already */
    boolean add(Replay replay) {
        TriggerContent content = replay.content();
        return jdbc.sql("""
                        insert into triggers_replay (id, organisation_id, trigger_id, number, event, condition, actions,
                            valid_from, valid_until, publication, first_day, last_day, state, total, asked_by, asked_at)
                        values (:id, :organisation, :trigger, :number, :event, :condition::jsonb, :actions::jsonb,
                            :validFrom, :validUntil, :publication, :from, :until, 'RUNNING', :total, :by, :at)
                        on conflict (trigger_id) where state = 'RUNNING' do nothing
                        """)
                        .param("id", replay.id())
                        .param("organisation", replay.organisation())
                        .param("trigger", replay.trigger())
                        .param("number", replay.number())
                        .param("event", content.event())
                        .param(
                                "condition",
                                ContentJson.ofCondition(content.condition()).toString())
                        .param(
                                "actions",
                                ContentJson.ofActions(content.actions()).toString())
                        .param("validFrom", content.from(), Types.DATE)
                        .param("validUntil", content.until(), Types.DATE)
                        .param("publication", replay.publication())
                        .param("from", replay.from())
                        .param("until", replay.until())
                        .param("total", replay.total())
                        .param("by", replay.askedBy())
                        .param("at", replay.askedAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Keeps the newest of a trigger only. */
    void forgetOld(UUID trigger) {
        jdbc.sql("""
                        delete from triggers_replay where state <> 'RUNNING' and trigger_id = :trigger and id not in (
                            select id from triggers_replay where trigger_id = :trigger order by asked_at desc limit :kept)
                        """).param("trigger", trigger).param("kept", KEPT).update();
    }

    Optional<Replay> find(UUID trigger, UUID id) {
        return jdbc.sql("select * from triggers_replay where id = ? and trigger_id = ?")
                .params(id, trigger)
                .query((row, number) -> replay(row))
                .optional();
    }

    /** The newest first. */
    List<Replay> of(UUID trigger) {
        return jdbc.sql("select * from triggers_replay where trigger_id = ? order by asked_at desc")
                .param(trigger)
                .query((row, number) -> replay(row))
                .list();
    }

    /** Waits until nobody else goes on with it; empty when it no longer runs. */
    Optional<Replay> lockRunning(UUID id) {
        return jdbc.sql("select * from triggers_replay where id = ? and state = 'RUNNING' for update")
                .param(id)
                .query((row, number) -> replay(row))
                .optional();
    }

    /** Notes what the next events showed. @param hits what fired, by event */
    void advance(Replay replay, UUID reached, int lookedAt, Map<UUID, Compared> hits) {
        batches.batchUpdate(
                "insert into triggers_replay_hit (replay_id, event_id, compared) values (?, ?, ?)",
                hits.entrySet(),
                Math.max(1, hits.size()),
                (statement, hit) -> {
                    statement.setObject(1, replay.id());
                    statement.setObject(2, hit.getKey());
                    statement.setString(3, hit.getValue().name());
                });
        jdbc.sql("""
                        update triggers_replay set reached = :reached, looked_at = looked_at + :looked,
                            fires_both = fires_both + :both, fires_now_only = fires_now_only + :now,
                            fired_only = fired_only + :before
                        where id = :id
                        """)
                .param("reached", reached)
                .param("looked", lookedAt)
                .param("both", count(hits, Compared.BOTH))
                .param("now", count(hits, Compared.NOW_ONLY))
                .param("before", count(hits, Compared.BEFORE_ONLY))
                .param("id", replay.id())
                .update();
    }

    /** @return false when it had ended already */
    boolean end(UUID id, State how, Instant at) {
        return jdbc.sql("update triggers_replay set state = ?, ended_at = ? where id = ? and state = 'RUNNING'")
                        .params(how.name(), at.atOffset(ZoneOffset.UTC), id)
                        .update()
                == 1;
    }

    /** The newest events at which it fires so, newest first. */
    List<UUID> hits(UUID replay, Compared compared, int atMost) {
        return jdbc.sql("""
                        select event_id from triggers_replay_hit where replay_id = ? and compared = ?
                        order by event_id desc limit ?
                        """)
                .params(replay, compared.name(), atMost)
                .query(UUID.class)
                .list();
    }

    private static long count(Map<UUID, Compared> hits, Compared compared) {
        return hits.values().stream().filter(hit -> hit == compared).count();
    }

    private static Replay replay(ResultSet row) throws SQLException {
        return new Replay(
                row.getObject("id", UUID.class),
                row.getObject("organisation_id", UUID.class),
                row.getObject("trigger_id", UUID.class),
                row.getInt("number"),
                new TriggerContent(
                        row.getString("event"),
                        ContentJson.condition(row.getString("condition")),
                        ContentJson.actions(row.getString("actions")),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_until", LocalDate.class)),
                row.getLong("publication"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                State.valueOf(row.getString("state")),
                row.getLong("total"),
                row.getLong("looked_at"),
                row.getObject("reached", UUID.class),
                new Tally(row.getLong("fires_both"), row.getLong("fires_now_only"), row.getLong("fired_only")),
                row.getString("asked_by"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant());
    }
}
