package io.traject.organisation.employers;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.lists.OrderedTable;
import io.traject.kernel.lists.OrderedTable.Condition;
import io.traject.kernel.lists.Portion;
import io.traject.kernel.lists.Slice;
import io.traject.organisation.tree.WithinReach;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The employers within the actor's reach. */
@Service
@Transactional(readOnly = true)
public class EmployerList {

    private static final Map<String, List<String>> ORDERS = Map.of(
            "name", List.of("name", "id"),
            "draftedAt", List.of("drafted_at", "id"),
            "workedOnAt", List.of("worked_on_at", "id"));

    /** What the list may be sorted by. */
    public static final Set<String> SORTABLE = ORDERS.keySet();

    private final OrderedTable<EmployerSummary> table;
    private final Authorization authorization;

    EmployerList(JdbcClient client, Authorization authorization) {
        this.table = new OrderedTable<>(
                client,
                "organisation_employer",
                "id, name, country, state, drafted_by_name, drafted_at, worked_on_by_name, worked_on_at, published_at",
                ORDERS,
                (row, number) -> summary(row));
        this.authorization = authorization;
    }

    /**
     * Those of the register, and with the permission to register employers also those that are not published.
     *
     * @param name what the name contains, in capitals or not
     */
    public Slice<EmployerSummary> find(Optional<EmployerState> state, Optional<String> name, Portion portion) {
        WithinReach within = new WithinReach(authorization.reach(Permission.ORGANISATION_VIEW));
        List<Condition> wanted = new ArrayList<>();
        wanted.add(new Condition(within.condition("organisation_employer.node_id"), within.parameters(), 0));
        if (!authorization.may(Permission.EMPLOYERS_REGISTER)) {
            wanted.add(Condition.of("state = 'PUBLISHED'"));
        }
        state.ifPresent(only -> wanted.add(Condition.of("state = :state", "state", only.name())));
        name.ifPresent(part -> wanted.add(named(part)));
        return table.read(authorization.actor().organisation().orElseThrow(), wanted, portion);
    }

    /**
     * Which of those that are not published.
     *
     * @param mine whether only those that the actor added
     * @param state empty for those that may still be published
     * @param name what the name contains, in capitals or not
     */
    public record Unpublished(boolean mine, Optional<EmployerState> state, Optional<String> name) {}

    /** Those that are not published, of the actor's whole organisation. */
    public Slice<EmployerSummary> unpublished(Unpublished which, Portion portion) {
        UUID organisation = authorization.organisation(Permission.EMPLOYERS_REGISTER);
        List<Condition> wanted = new ArrayList<>();
        wanted.add(which.state()
                .filter(state -> state != EmployerState.PUBLISHED)
                .map(state -> Condition.of("state = :state", "state", state.name()))
                .orElseGet(() -> Condition.of("state in ('DRAFT', 'REGISTERED')")));
        which.name().ifPresent(part -> wanted.add(named(part)));
        if (which.mine()) {
            wanted.add(Condition.of(
                    "drafted_by = :actor", "actor", authorization.actor().id()));
        }
        return table.read(organisation, wanted, portion);
    }

    private static Condition named(String part) {
        return Condition.of(
                "strpos(lower(name), :part) > 0", "part", part.strip().toLowerCase(Locale.ROOT));
    }

    private static EmployerSummary summary(ResultSet row) throws SQLException {
        return new EmployerSummary(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("country"),
                EmployerState.valueOf(row.getString("state")),
                row.getString("drafted_by_name"),
                instant(row.getObject("drafted_at", OffsetDateTime.class)).orElseThrow(),
                row.getString("worked_on_by_name"),
                instant(row.getObject("worked_on_at", OffsetDateTime.class)).orElseThrow(),
                instant(row.getObject("published_at", OffsetDateTime.class)));
    }

    private static Optional<Instant> instant(@Nullable OffsetDateTime time) {
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    }
}
