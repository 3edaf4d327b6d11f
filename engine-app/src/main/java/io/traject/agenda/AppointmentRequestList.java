package io.traject.agenda;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.access.Reach;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.lists.OrderedTable;
import io.traject.kernel.lists.Portion;
import io.traject.kernel.lists.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The appointment requests of the employees within the actor's reach. */
@Service
@Transactional(readOnly = true)
public class AppointmentRequestList {

    private static final String TABLE = "agenda_appointment_request";

    private static final Map<String, List<String>> ORDERS = Map.of("createdAt", List.of("created_at", "id"));

    /** What the list may be sorted by. */
    public static final Set<String> SORTABLE = ORDERS.keySet();

    private final OrderedTable<AppointmentRequestSummary> table;
    private final Authorization authorization;
    private final BusinessTime time;

    AppointmentRequestList(JdbcClient client, Authorization authorization, BusinessTime time) {
        this.table = new OrderedTable<>(
                client,
                TABLE,
                "id, employee_id, consultation_type_id, case_id, state, saturday_allowed, sunday_holiday_allowed,"
                        + " desired_from, desired_until, origin_name, requested_by_name, created_at",
                ORDERS,
                AppointmentRequestList::summary);
        this.authorization = authorization;
        this.time = time;
    }

    /** A text finds employees by name: it is for who may see them. */
    public Slice<AppointmentRequestSummary> find(AppointmentRequestFilter filter, Portion portion) {
        filter.text().ifPresent(text -> authorization.require(Permission.EMPLOYEES_VIEW));
        Reach reach = authorization.reach(Permission.APPOINTMENTS_VIEW);
        UUID organisation = authorization.actor().organisation().orElseThrow();
        AgendaConditions conditions = new AgendaConditions(TABLE)
                .within(reach, organisation, time.today())
                .inState(filter.state())
                .ofType(filter.consultationType())
                .ofEmployee(filter.employee())
                .about(filter.about())
                .named(organisation, filter.text());
        return table.read(organisation, conditions.all(), portion);
    }

    private static AppointmentRequestSummary summary(ResultSet row, int number) throws SQLException {
        return new AppointmentRequestSummary(
                row.getObject("id", UUID.class),
                row.getObject("employee_id", UUID.class),
                row.getObject("consultation_type_id", UUID.class),
                Optional.ofNullable(row.getObject("case_id", UUID.class)),
                RequestState.valueOf(row.getString("state")),
                row.getBoolean("saturday_allowed"),
                row.getBoolean("sunday_holiday_allowed"),
                Optional.ofNullable(row.getObject("desired_from", LocalDate.class)),
                Optional.ofNullable(row.getObject("desired_until", LocalDate.class)),
                Optional.ofNullable(row.getString("origin_name")),
                row.getString("requested_by_name"),
                row.getTimestamp("created_at").toInstant());
    }
}
