package io.traject.events;

import io.traject.access.Actor;
import io.traject.access.Authorization;
import io.traject.kernel.BusinessTime;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The log of what happened. Written in the transaction of the change; appended to, never changed. */
@Service
public class DomainEventLog {

    private static final int SCHEMA_VERSION = 1;
    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final Authorization authorization;
    private final BusinessTime time;
    private final JsonMapper json;
    private final ObjectProvider<TakeSnapshots> snapshots;

    /** @param snapshots later, since those who know about things write to this log too */
    DomainEventLog(
            JdbcTemplate jdbc,
            JdbcClient client,
            Authorization authorization,
            BusinessTime time,
            JsonMapper json,
            ObjectProvider<TakeSnapshots> snapshots) {
        this.jdbc = jdbc;
        this.client = client;
        this.authorization = authorization;
        this.time = time;
        this.json = json;
        this.snapshots = snapshots;
    }

    /** Something that happened, as histories show it. @param after what it became, if the event says so */
    public record Entry(
            UUID id,
            String type,
            Instant at,
            String actor,
            Actor.Kind actorKind,
            Map<String, Object> facts,
            Map<String, Object> after) {}

    @Transactional(propagation = Propagation.MANDATORY)
    public void record(DomainEvent event) {
        record(List.of(event));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void record(List<DomainEvent> events) {
        Actor actor = authorization.actor();
        Instant at = time.now();
        var now = at.atOffset(ZoneOffset.UTC);
        Optional<EventCause> cause = EventCause.current();
        jdbc.batchUpdate("""
                insert into events_domain_event (id, type, schema_version, organisation_id, subject_id, case_id,
                    occurred_at, actor_id, actor_kind, actor_name, cause_id, depth, before_change, after_change, facts)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb)
                """, events, Math.max(events.size(), 1), (statement, event) -> {
            statement.setObject(1, event.id());
            statement.setString(2, event.type());
            statement.setInt(3, SCHEMA_VERSION);
            statement.setObject(4, event.organisation());
            statement.setObject(5, event.subject());
            statement.setObject(6, event.caseId(), Types.OTHER);
            statement.setObject(7, now);
            statement.setObject(8, actor.id());
            statement.setString(9, actor.kind().name());
            statement.setString(10, actor.displayName());
            statement.setObject(11, cause.map(EventCause::event).orElse(null), Types.OTHER);
            statement.setInt(12, cause.map(led -> led.depth() + 1).orElse(0));
            statement.setString(13, toJson(event.before()));
            statement.setString(14, toJson(event.after()));
            statement.setString(15, json.writeValueAsString(event.facts()));
        });
        snapshots.getObject().atCommit(events, at);
    }

    /** Which of these events have been recorded. */
    @Transactional(readOnly = true)
    public Set<UUID> recorded(Collection<UUID> ids) {
        return client.sql("select id from events_domain_event where id = any(?)")
                .param(ids.toArray(UUID[]::new))
                .query(UUID.class)
                .set();
    }

    /** What happened to a case, oldest first. */
    @Transactional(readOnly = true)
    public List<Entry> ofCase(UUID caseId) {
        return client.sql("""
                        select id, type, occurred_at, actor_name, actor_kind, facts, after_change from events_domain_event
                        where case_id = ? order by id
                        """)
                .param(caseId)
                .query((row, n) -> new Entry(
                        row.getObject("id", UUID.class),
                        row.getString("type"),
                        row.getTimestamp("occurred_at").toInstant(),
                        row.getString("actor_name"),
                        Actor.Kind.valueOf(row.getString("actor_kind")),
                        json.readValue(row.getString("facts"), FACTS),
                        fromJson(row.getString("after_change"))))
                .list();
    }

    private Map<String, Object> fromJson(@Nullable String value) {
        return value == null ? Map.of() : json.readValue(value, FACTS);
    }

    private @Nullable String toJson(@Nullable Map<String, Object> value) {
        return value == null ? null : json.writeValueAsString(value);
    }
}
