package io.traject.triggers.editing;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.lists.OrderedTable;
import io.traject.kernel.lists.OrderedTable.Condition;
import io.traject.kernel.lists.Portion;
import io.traject.kernel.lists.Slice;
import io.traject.triggers.editing.TriggerSummary.Standing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The triggers of the actor's organisation. */
@Service
@Transactional(readOnly = true)
public class TriggerList {

    private static final Map<String, List<String>> ORDERS = Map.of(
            "name", List.of("name", "id"), "event", List.of("event", "id"), "changedAt", List.of("changed_at", "id"));

    /** What the list may be sorted by. */
    public static final Set<String> SORTABLE = ORDERS.keySet();

    private final JdbcClient database;
    private final OrderedTable<TriggerSummary> table;
    private final OrderedTable<Deleted> deleted;
    private final Authorization authorization;

    TriggerList(JdbcClient database, Authorization authorization) {
        this.database = database;
        this.table = new OrderedTable<>(
                database,
                "triggers_listed",
                "id, name, event, running_number, open_number, open_state, newest_number, valid_from, valid_until,"
                        + " changed_by, changed_at, version",
                ORDERS,
                (row, number) -> summary(row));
        this.deleted = new OrderedTable<>(
                database,
                "triggers_trigger",
                "id, name, changed_by, deleted_at",
                Map.of("name", List.of("name", "id"), "at", List.of("deleted_at", "id")),
                (row, number) -> new Deleted(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("changed_by"),
                        row.getObject("deleted_at", OffsetDateTime.class).toInstant()));
        this.authorization = authorization;
    }

    /** @param text what the name or the description contains, in capitals or not */
    public record Filter(Optional<TriggerState> state, Optional<String> event, Optional<String> text) {}

    public Slice<TriggerSummary> find(Filter filter, Portion portion) {
        UUID organisation = authorization.organisation(Permission.TRIGGERS_EDIT);
        List<Condition> wanted = new ArrayList<>();
        filter.state().ifPresent(state -> wanted.add(standing(state)));
        filter.event().ifPresent(event -> wanted.add(Condition.of("event = :event", "event", event)));
        filter.text()
                .ifPresent(text -> wanted.add(Condition.of(
                        "strpos(lower(name || ' ' || description), :text) > 0",
                        "text",
                        text.strip().toLowerCase(Locale.ROOT))));
        return table.read(organisation, wanted, portion);
    }

    /**
     * One that was deleted.
     *
     * @param by who deleted it
     */
    public record Deleted(UUID id, String name, String by, Instant at) {}

    /** Those that were deleted, sorted by {@code name} or {@code at}. @param text what the name contains, in capitals or not */
    public Slice<Deleted> deleted(Optional<String> text, Portion portion) {
        UUID organisation = authorization.organisation(Permission.TRIGGERS_EDIT);
        List<Condition> wanted = new ArrayList<>(List.of(Condition.of("deleted_at is not null")));
        text.ifPresent(part -> wanted.add(Condition.of(
                "strpos(lower(name), :text) > 0", "text", part.strip().toLowerCase(Locale.ROOT))));
        return deleted.read(organisation, wanted, portion);
    }

    /** The events that there are triggers about. */
    public List<String> events() {
        return database.sql("select distinct event from triggers_listed where organisation_id = ? order by event")
                .param(authorization.organisation(Permission.TRIGGERS_EDIT))
                .query(String.class)
                .list();
    }

    private static Condition standing(TriggerState state) {
        return switch (state) {
            case DRAFT, TESTED -> Condition.of("open_state = :state", "state", state.name());
            case PUBLISHED -> Condition.of("running_number is not null");
            case RETIRED -> Condition.of("running_number is null and open_number is null");
        };
    }

    private static TriggerSummary summary(ResultSet row) throws SQLException {
        List<Standing> versions = new ArrayList<>();
        int running = row.getInt("running_number");
        if (running > 0) {
            versions.add(new Standing(running, TriggerState.PUBLISHED));
        }
        int open = row.getInt("open_number");
        if (open > 0) {
            versions.add(new Standing(open, TriggerState.valueOf(row.getString("open_state"))));
        }
        if (versions.isEmpty()) {
            versions.add(new Standing(row.getInt("newest_number"), TriggerState.RETIRED));
        }
        return new TriggerSummary(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("event"),
                versions,
                Optional.ofNullable(row.getObject("valid_from", LocalDate.class)),
                Optional.ofNullable(row.getObject("valid_until", LocalDate.class)),
                row.getString("changed_by"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getLong("version"));
    }
}
