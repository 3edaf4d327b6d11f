package io.traject.agenda;

import io.traject.events.FactSource;
import io.traject.kernel.Language;
import io.traject.rules.triggers.Field;
import io.traject.rules.triggers.FieldType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What triggers may know of an appointment request. */
@Component
class RequestFacts implements FactSource {

    static final String KIND = "appointment-request";

    private static final String CONSULTATION_TYPE = "appointment.consultationType";
    private static final String SATURDAY = "appointment.saturdayAllowed";
    private static final String SUNDAY_HOLIDAY = "appointment.sundayHolidayAllowed";
    private static final int CHOICES = 50;

    private final ConsultationTypeCatalogue types;
    private final JdbcClient database;

    RequestFacts(ConsultationTypeCatalogue types, JdbcClient database) {
        this.types = types;
        this.database = database;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Field> fields(UUID organisation) {
        return List.of(
                Field.of(CONSULTATION_TYPE, FieldType.CODE),
                Field.of(SATURDAY, FieldType.YES_NO),
                Field.of(SUNDAY_HOLIDAY, FieldType.YES_NO));
    }

    private record Found(UUID id, Known known) {}

    @Override
    public Map<UUID, Known> known(Collection<UUID> ids) {
        return database.sql("""
                        select r.id, r.employee_id, r.employer_id, r.case_id, r.saturday_allowed,
                            r.sunday_holiday_allowed, t.code
                        from agenda_appointment_request r
                        join agenda_consultation_type t on t.id = r.consultation_type_id
                        where r.id = any (?)
                        """).param(ids.toArray(UUID[]::new)).query(RequestFacts::found).list().stream()
                .collect(Collectors.toMap(Found::id, Found::known));
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        Map<String, UUID> links = new HashMap<>();
        links.put("employee", row.getObject("employee_id", UUID.class));
        links.put("employer", row.getObject("employer_id", UUID.class));
        @Nullable UUID about = row.getObject("case_id", UUID.class);
        if (about != null) {
            links.put("case", about);
        }
        return new Found(
                row.getObject("id", UUID.class),
                new Known(
                        Map.of(
                                CONSULTATION_TYPE, row.getString("code"),
                                SATURDAY, row.getBoolean("saturday_allowed"),
                                SUNDAY_HOLIDAY, row.getBoolean("sunday_holiday_allowed")),
                        links));
    }

    @Override
    public List<Choice> choices(UUID organisation, Field field, String search, Language language) {
        String sought = search.strip().toLowerCase(Locale.ROOT);
        return field.key().equals(CONSULTATION_TYPE)
                ? types.all(organisation, language).stream()
                        .filter(type -> type.name().toLowerCase(Locale.ROOT).contains(sought))
                        .limit(CHOICES)
                        .map(type -> new Choice(type.code().value(), type.name()))
                        .toList()
                : List.of();
    }

    @Override
    public Optional<String> valueLabel(UUID organisation, Field field, String value, Language language) {
        return field.key().equals(CONSULTATION_TYPE)
                ? types.find(organisation, value, language).map(ConsultationTypeCatalogue.Entry::name)
                : Optional.empty();
    }
}
