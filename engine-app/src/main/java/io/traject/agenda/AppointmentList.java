package io.traject.agenda;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.access.Reach;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.lists.OrderedTable;
import io.traject.kernel.lists.OrderedTable.Condition;
import io.traject.kernel.lists.Portion;
import io.traject.kernel.lists.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The appointments of the employees within the actor's reach. */
@Service
@Transactional(readOnly = true)
public class AppointmentList {

    private static final String TABLE = "agenda_appointment";

    private static final Map<String, List<String>> ORDERS = Map.of("startsAt", List.of("starts_at", "id"));

    /** What the list may be sorted by. */
    public static final Set<String> SORTABLE = ORDERS.keySet();

    private final OrderedTable<AppointmentSummary> table;
    private final Authorization authorization;
    private final BusinessTime time;

    AppointmentList(JdbcClient client, Authorization authorization, BusinessTime time) {
        this.table = new OrderedTable<>(
                client,
                TABLE,
                "id, employee_id, consultation_type_id, state, starts_at, place, reminder_fault",
                ORDERS,
                AppointmentList::summary);
        this.authorization = authorization;
        this.time = time;
    }

    /** A text finds employees by name: it is for who may see them. */
    public Slice<AppointmentSummary> find(AppointmentFilter filter, Portion portion) {
        filter.text().ifPresent(text -> authorization.require(Permission.EMPLOYEES_VIEW));
        Reach reach = authorization.reach(Permission.APPOINTMENTS_VIEW);
        UUID organisation = authorization.actor().organisation().orElseThrow();
        AgendaConditions conditions = new AgendaConditions(TABLE)
                .within(reach, organisation, time.today())
                .inState(filter.state())
                .and(Optional.of(Condition.of("state <> 'CANCELLED'"))
                        .filter(called -> filter.state().isEmpty() && !filter.cancelledToo()))
                .ofType(filter.consultationType())
                .ofEmployee(filter.employee())
                .about(filter.about())
                .and(filter.from()
                        .map(from -> Condition.of("starts_at >= :from", "from", from.atOffset(ZoneOffset.UTC))))
                .and(filter.until()
                        .map(until -> Condition.of("starts_at < :until", "until", until.atOffset(ZoneOffset.UTC))))
                .named(organisation, filter.text());
        return table.read(organisation, conditions.all(), portion);
    }

    private static AppointmentSummary summary(ResultSet row, int number) throws SQLException {
        return new AppointmentSummary(
                row.getObject("id", UUID.class),
                row.getObject("employee_id", UUID.class),
                row.getObject("consultation_type_id", UUID.class),
                AppointmentState.valueOf(row.getString("state")),
                new PlannedTime(row.getTimestamp("starts_at").toInstant(), Optional.ofNullable(row.getString("place"))),
                Optional.ofNullable(row.getString("reminder_fault")).map(ReminderFault::valueOf));
    }
}
