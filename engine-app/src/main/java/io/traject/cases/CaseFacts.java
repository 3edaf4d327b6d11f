package io.traject.cases;

import io.traject.events.FactSource;
import io.traject.kernel.BusinessTime;
import io.traject.rules.triggers.Field;
import io.traject.rules.triggers.FieldType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What triggers may know of a case. */
@Component
class CaseFacts implements FactSource {

    static final String KIND = "case";

    private static final List<Field> FIELDS = List.of(
            Field.code("case.type", names(CaseType.values())),
            Field.code("case.state", names(CaseState.values())),
            Field.code("case.stage", names(CaseStage.values())),
            Field.of("case.openedOn", FieldType.DATE),
            Field.of("case.dueOn", FieldType.DATE));

    private final JdbcClient jdbc;

    CaseFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Field> fields(UUID organisation) {
        return FIELDS;
    }

    @Override
    public Map<UUID, Known> known(Collection<UUID> ids) {
        Map<UUID, Known> known = new HashMap<>();
        jdbc.sql(
                        "select id, type, state, stage, opened_at, due_at, employee_id, employer_id from cases_case where id = any(?)")
                .param(ids.toArray(UUID[]::new))
                .query(row -> {
                    known.put(row.getObject("id", UUID.class), new Known(values(row), links(row)));
                });
        return known;
    }

    @Override
    public Map<UUID, String> numbers(Collection<UUID> ids) {
        Map<UUID, String> numbers = new HashMap<>();
        jdbc.sql("select id, number from cases_case where id = any(?)")
                .param(ids.toArray(UUID[]::new))
                .query(row -> {
                    numbers.put(row.getObject("id", UUID.class), row.getString("number"));
                });
        return numbers;
    }

    @Override
    public Set<UUID> numbered(UUID organisation, String number) {
        return Set.copyOf(jdbc.sql("select id from cases_case where organisation_id = ? and number = ?")
                .params(organisation, number.toUpperCase(Locale.ROOT))
                .query(UUID.class)
                .list());
    }

    private static Map<String, Object> values(ResultSet row) throws SQLException {
        return Map.of(
                "case.type", row.getString("type"),
                "case.state", row.getString("state"),
                "case.stage", row.getString("stage"),
                "case.openedOn", day(row, "opened_at"),
                // A final date lasts until the end of its day.
                "case.dueOn",
                        row.getTimestamp("due_at")
                                .toInstant()
                                .minusNanos(1)
                                .atZone(BusinessTime.ZONE)
                                .toLocalDate());
    }

    /** A case about a resident leads to nobody else. */
    private static Map<String, UUID> links(ResultSet row) throws SQLException {
        UUID employee = row.getObject("employee_id", UUID.class);
        return employee == null
                ? Map.of()
                : Map.of("employee", employee, "employer", row.getObject("employer_id", UUID.class));
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant().atZone(BusinessTime.ZONE).toLocalDate();
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
