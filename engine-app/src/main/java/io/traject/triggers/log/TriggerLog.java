package io.traject.triggers.log;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.events.EventSnapshot;
import io.traject.events.EventSnapshots;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.lists.OrderedTable;
import io.traject.kernel.lists.OrderedTable.Condition;
import io.traject.kernel.lists.Portion;
import io.traject.kernel.lists.Slice;
import io.traject.triggers.running.Firing.Stop;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What triggers did, for who may write those of the organisation. */
@Service
@Transactional(readOnly = true)
public class TriggerLog {

    /** The only order: when it happened. */
    public static final String AT = "at";

    private static final Duration LATELY = Duration.ofDays(7);
    private static final int COUNTED = 1_000;

    private final JdbcClient database;
    private final OrderedTable<LoggedEvent> table;
    private final EventSnapshots snapshots;
    private final NumberedThings numbered;
    private final Authorization authorization;
    private final BusinessTime time;

    TriggerLog(
            JdbcClient database,
            EventSnapshots snapshots,
            NumberedThings numbered,
            Authorization authorization,
            BusinessTime time) {
        this.database = database;
        this.table = new OrderedTable<>(
                database,
                "triggers_evaluation",
                new OrderedTable.Keys("event_id", "organisation_id"),
                "event_id, event_type, happened_at",
                Map.of(AT, List.of("event_id")),
                (row, number) -> event(row));
        this.snapshots = snapshots;
        this.numbered = numbered;
        this.authorization = authorization;
        this.time = time;
    }

    /** What came of an event. */
    public enum Came {
        /** Something fired. */
        FIRED,
        /** An action of what fired was refused or failed. */
        FAILED,
        /** What fired was stopped. */
        STOPPED
    }

    /**
     * @param trigger that fired
     * @param number of the case or the employee that it was about
     */
    public record Filter(
            Optional<Came> came, Optional<String> event, Optional<UUID> trigger, Optional<String> number) {}

    /**
     * An event in full.
     *
     * @param publication that it was evaluated against; empty while it waits
     * @param cause the event that led to it
     */
    public record Whole(EventSnapshot event, OptionalLong publication, Optional<UUID> cause, List<LoggedFiring> fired) {

        public Whole {
            fired = List.copyOf(fired);
        }
    }

    /** What somebody should look at: firings of the last days, counted up to a limit. */
    public record Trouble(int failed, int stopped) {}

    public Slice<LoggedEvent> find(Filter filter, Portion portion) {
        UUID organisation = authorization.organisation(Permission.TRIGGERS_EDIT);
        List<Condition> wanted = new ArrayList<>();
        filter.came().ifPresent(came -> wanted.add(Condition.of(condition(came))));
        filter.event().ifPresent(type -> wanted.add(Condition.of("event_type = :type", "type", type)));
        filter.trigger()
                .ifPresent(trigger -> wanted.add(Condition.of(
                        "event_id in (select event_id from triggers_firing where trigger_id = :trigger)",
                        "trigger",
                        trigger)));
        filter.number()
                .ifPresent(number -> wanted.add(Condition.of(
                        "event_id = any(:about)",
                        "about",
                        numbered.events(organisation, number).toArray(UUID[]::new))));
        Slice<LoggedEvent> events = table.read(organisation, wanted, portion);
        List<UUID> ids = events.items().stream().map(LoggedEvent::id).toList();
        Map<UUID, List<LoggedFiring>> fired = fired(ids);
        Map<UUID, Map<String, String>> numbers = numbered.of(ids);
        return events.map(event -> new LoggedEvent(
                event.id(),
                event.type(),
                event.at(),
                numbers.getOrDefault(event.id(), Map.of()),
                fired.getOrDefault(event.id(), List.of())));
    }

    /** @throws NotFoundException also for an event of another organisation, and for one that triggers can't be about */
    public Whole get(UUID event) {
        UUID organisation = authorization.organisation(Permission.TRIGGERS_EDIT);
        EventSnapshot snapshot = snapshots.of(organisation, event).orElseThrow(NotFoundException::new);
        return new Whole(
                snapshot,
                publication(event),
                snapshots.cause(organisation, event),
                fired(List.of(event)).getOrDefault(event, List.of()));
    }

    /** The types of the events that were evaluated. */
    public List<String> types() {
        return database.sql("""
                        with recursive types (type) as (
                            select min(event_type) from triggers_evaluation where organisation_id = :organisation
                            union all
                            select (select min(event_type) from triggers_evaluation
                                where organisation_id = :organisation and event_type > types.type)
                            from types where type is not null)
                        select type from types where type is not null
                        """)
                .param("organisation", authorization.organisation(Permission.TRIGGERS_EDIT))
                .query(String.class)
                .list();
    }

    public Trouble trouble() {
        UUID organisation = authorization.organisation(Permission.TRIGGERS_EDIT);
        return new Trouble(count("""
                        select from triggers_action_run r join triggers_firing f on f.id = r.firing_id
                        where r.state = 'FAILED' and f.organisation_id = ? and r.at > ?
                        """, organisation), count("""
                        select from triggers_firing
                        where stopped is not null and organisation_id = ? and fired_at > ?
                        """, organisation));
    }

    private int count(String rows, UUID organisation) {
        return database.sql("select count(*) from (%s limit %d) counted".formatted(rows, COUNTED))
                .params(organisation, time.now().minus(LATELY).atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    private OptionalLong publication(UUID event) {
        return database.sql("select publication from triggers_evaluation where event_id = ?")
                .param(event)
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    private static String condition(Came came) {
        return switch (came) {
            case FIRED -> "fired > 0";
            case FAILED -> """
                    event_id in (select f.event_id from triggers_firing f join triggers_action_run r on r.firing_id = f.id
                        where r.state = 'FAILED')
                    """;
            case STOPPED -> """
                    event_id in (select event_id from triggers_firing f
                        where f.organisation_id = triggers_evaluation.organisation_id and stopped is not null)
                    """;
        };
    }

    private static LoggedEvent event(ResultSet row) throws SQLException {
        return new LoggedEvent(
                row.getObject("event_id", UUID.class),
                row.getString("event_type"),
                instant(row, "happened_at").orElseThrow(),
                Map.of(),
                List.of());
    }

    private record Fired(UUID event, int actions, LoggedFiring firing) {}

    private Map<UUID, List<LoggedFiring>> fired(List<UUID> events) {
        List<Fired> fired = database.sql("""
                        select f.id, f.event_id, f.trigger_id, f.name, v.number, t.deleted_at is not null as deleted,
                            f.stopped, f.actions
                        from triggers_firing f
                            join triggers_version v on v.id = f.version_id
                            join triggers_trigger t on t.id = f.trigger_id
                        where f.event_id = any(?) order by f.event_id, lower(f.name), f.id
                        """)
                .param(events.toArray(UUID[]::new))
                .query((row, number) -> fired(row))
                .list();
        Map<UUID, Map<Integer, LoggedAction>> tried =
                tried(fired.stream().map(each -> each.firing.id()).toList());
        return fired.stream()
                .collect(groupingBy(
                        Fired::event,
                        mapping(each -> with(each, tried.getOrDefault(each.firing.id(), Map.of())), toList())));
    }

    private static LoggedFiring with(Fired fired, Map<Integer, LoggedAction> tried) {
        LoggedFiring firing = fired.firing;
        List<LoggedAction> actions = firing.stopped().isPresent()
                ? List.of()
                : IntStream.range(0, fired.actions)
                        .mapToObj(position -> tried.getOrDefault(position, LoggedAction.waiting(position)))
                        .toList();
        return new LoggedFiring(
                firing.id(),
                firing.trigger(),
                firing.name(),
                firing.version(),
                firing.deleted(),
                firing.stopped(),
                actions);
    }

    private static Fired fired(ResultSet row) throws SQLException {
        return new Fired(
                row.getObject("event_id", UUID.class),
                row.getInt("actions"),
                new LoggedFiring(
                        row.getObject("id", UUID.class),
                        row.getObject("trigger_id", UUID.class),
                        row.getString("name"),
                        row.getInt("number"),
                        row.getBoolean("deleted"),
                        Optional.ofNullable(row.getString("stopped")).map(Stop::valueOf),
                        List.of()));
    }

    private Map<UUID, Map<Integer, LoggedAction>> tried(List<UUID> firings) {
        record Tried(UUID firing, LoggedAction action) {}
        return database
                .sql("select * from triggers_action_run where firing_id = any(?)")
                .param(firings.toArray(UUID[]::new))
                .query((row, number) -> new Tried(row.getObject("firing_id", UUID.class), action(row)))
                .list()
                .stream()
                .collect(groupingBy(Tried::firing, toMap(each -> each.action.position(), Tried::action)));
    }

    private static LoggedAction action(ResultSet row) throws SQLException {
        return new LoggedAction(
                row.getInt("position"),
                LoggedAction.State.valueOf(row.getString("state")),
                row.getString("kind"),
                row.getString("code"),
                List.of((String[]) row.getArray("arguments").getArray()),
                row.getInt("attempts"),
                instant(row, "at"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
