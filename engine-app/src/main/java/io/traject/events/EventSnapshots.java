package io.traject.events;

import io.traject.events.TakeSnapshots.Knowledge;
import io.traject.rules.triggers.Facts;
import io.traject.rules.triggers.Field;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What was known at past events, as far as triggers may be about them. Who may ask is the caller's matter. */
@Repository
public class EventSnapshots {

    private static final String SNAPSHOT = """
            select s.event_id, s.type, e.occurred_at, s.organisation_id, e.subject_id, e.depth, s.happened_on, s.knowledge
            from events_snapshot s join events_domain_event e on e.id = s.event_id
            """;

    private final JdbcClient jdbc;
    private final EventCatalogue catalogue;
    private final JsonMapper json;

    EventSnapshots(JdbcClient jdbc, EventCatalogue catalogue, JsonMapper json) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
        this.json = json;
    }

    /** Of an event of the organisation; empty when there is none. */
    @Transactional(readOnly = true)
    public Optional<EventSnapshot> of(UUID organisation, UUID event) {
        return jdbc.sql(SNAPSHOT + "where s.event_id = ? and s.organisation_id = ?")
                .params(event, organisation)
                .query(reader())
                .optional();
    }

    /** Of those of the events that the organisation has, the newest first. */
    @Transactional(readOnly = true)
    public List<EventSnapshot> of(UUID organisation, Collection<UUID> events) {
        return jdbc.sql(SNAPSHOT + "where s.event_id = any(?) and s.organisation_id = ? order by s.event_id desc")
                .params(events.toArray(UUID[]::new), organisation)
                .query(reader())
                .list();
    }

    /** The event that led to an event of the organisation; empty for one that nothing led to. */
    @Transactional(readOnly = true)
    public Optional<UUID> cause(UUID organisation, UUID event) {
        return jdbc.sql(
                        "select cause_id from events_domain_event where id = ? and organisation_id = ? and cause_id is not null")
                .params(event, organisation)
                .query(UUID.class)
                .optional();
    }

    /** What each of the events was about: ids by the kind of the thing. */
    @Transactional(readOnly = true)
    public Map<UUID, Map<String, UUID>> things(Collection<UUID> events) {
        Map<UUID, Map<String, UUID>> things = new HashMap<>();
        jdbc.sql("select event_id, knowledge from events_snapshot where event_id = any(?)")
                .param(events.toArray(UUID[]::new))
                .query(row -> {
                    things.put(
                            row.getObject("event_id", UUID.class),
                            json.readValue(row.getString("knowledge"), Knowledge.class)
                                    .things());
                });
        return things;
    }

    /** The newest events of the organisation that were about one of some things of a kind. */
    @Transactional(readOnly = true)
    public List<UUID> about(UUID organisation, String kind, Collection<UUID> things, int atMost) {
        return jdbc.sql("""
                        select event_id from (
                            select event_id from events_snapshot
                            where organisation_id = ? and knowledge -> 'things' @> any(?::jsonb[]) offset 0) found
                        order by event_id desc limit ?
                        """)
                .params(
                        organisation,
                        things.stream()
                                .map(thing -> json.writeValueAsString(Map.of(kind, thing)))
                                .toArray(String[]::new),
                        atMost)
                .query(UUID.class)
                .list();
    }

    /** The newest events of a type, newest first. */
    @Transactional(readOnly = true)
    public List<EventSnapshot> newest(UUID organisation, String type, int atMost) {
        return jdbc.sql(SNAPSHOT + """
                        where s.organisation_id = ? and s.type = ? order by s.event_id desc limit ?
                        """)
                .params(organisation, type, atMost)
                .query(reader())
                .list();
    }

    /**
     * Events of a type in a period, in order.
     *
     * @param from the first day
     * @param upTo the last day
     * @param after the event after which to go on, or null for the first
     */
    @Transactional(readOnly = true)
    public List<EventSnapshot> between(
            UUID organisation, String type, LocalDate from, LocalDate upTo, @Nullable UUID after, int atMost) {
        return jdbc.sql(SNAPSHOT + """
                        where s.organisation_id = :organisation and s.type = :type and s.happened_on between :from and :upTo
                            and s.event_id > coalesce(:after, '00000000-0000-0000-0000-000000000000'::uuid)
                        order by s.event_id limit :limit
                        """)
                .param("organisation", organisation)
                .param("type", type)
                .param("from", from)
                .param("upTo", upTo)
                .param("after", after, Types.OTHER)
                .param("limit", atMost)
                .query(reader())
                .list();
    }

    @Transactional(readOnly = true)
    public long count(UUID organisation, String type, LocalDate from, LocalDate upTo) {
        return jdbc.sql("""
                        select count(*) from events_snapshot
                        where organisation_id = ? and type = ? and happened_on between ? and ?
                        """)
                .params(organisation, type, from, upTo)
                .query(Long.class)
                .single();
    }

    /** Events that await their evaluation, the oldest first; nobody else gets them before the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<EventSnapshot> takeAwaiting(int atMost) {
        List<UUID> taken = jdbc.sql(
                        "select event_id from events_awaiting order by event_id limit ? for update skip locked")
                .param(atMost)
                .query(UUID.class)
                .list();
        return taken.isEmpty()
                ? List.of()
                : jdbc.sql(SNAPSHOT + "where s.event_id = any(?) order by s.event_id")
                        .param(taken.toArray(UUID[]::new))
                        .query(reader())
                        .list();
    }

    /** They have been evaluated. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void awaitNoMore(Collection<UUID> events) {
        jdbc.sql("delete from events_awaiting where event_id = any(?)")
                .param(events.toArray(UUID[]::new))
                .update();
    }

    /** What was known at them is forgotten; that they happened is not. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(Collection<UUID> events) {
        jdbc.sql("delete from events_snapshot where event_id = any(?)")
                .param(events.toArray(UUID[]::new))
                .update();
    }

    private RowMapper<EventSnapshot> reader() {
        Map<String, Map<String, Field>> known = new HashMap<>();
        return (row, number) -> snapshot(row, known);
    }

    private EventSnapshot snapshot(ResultSet row, Map<String, Map<String, Field>> known) throws SQLException {
        String type = row.getString("type");
        UUID organisation = row.getObject("organisation_id", UUID.class);
        Map<String, Field> fields = known.computeIfAbsent(organisation + type, any -> byKey(organisation, type));
        Knowledge knowledge = json.readValue(row.getString("knowledge"), Knowledge.class);
        Facts facts = new Facts(
                organisation,
                type,
                row.getObject("happened_on", LocalDate.class),
                values(fields, knowledge.now()),
                knowledge.changed(),
                values(fields, knowledge.before()));
        Instant at = row.getTimestamp("occurred_at").toInstant();
        return new EventSnapshot(
                row.getObject("event_id", UUID.class),
                type,
                at,
                organisation,
                row.getObject("subject_id", UUID.class),
                row.getInt("depth"),
                knowledge.things(),
                facts);
    }

    private Map<String, Field> byKey(UUID organisation, String type) {
        Map<String, Field> fields = new HashMap<>();
        catalogue.fields(organisation, type).forEach(field -> fields.put(field.key(), field));
        return fields;
    }

    private static Map<String, Object> values(Map<String, Field> fields, Map<String, Object> written) {
        Map<String, Object> values = new HashMap<>();
        written.forEach((key, value) -> Optional.ofNullable(fields.get(key))
                .flatMap(field -> FieldValues.read(field.type(), value))
                .ifPresent(read -> values.put(key, read)));
        return values;
    }
}
