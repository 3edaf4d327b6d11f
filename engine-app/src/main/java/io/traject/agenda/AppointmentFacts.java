package io.traject.agenda;

import io.traject.events.FactSource;
import io.traject.kernel.BusinessTime;
import io.traject.rules.triggers.Field;
import io.traject.rules.triggers.FieldType;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What triggers may know of an appointment beside what was wanted. */
@Component
class AppointmentFacts implements FactSource {

    static final String KIND = "appointment";

    /** The day on which it is. */
    static final String DATE = "appointment.date";

    private static final String STATE = "appointment.state";

    private static final List<Field> FIELDS = List.of(
            Field.of(DATE, FieldType.DATE),
            Field.code(
                    STATE,
                    Arrays.stream(AppointmentState.values()).map(Enum::name).toList()));

    private final JdbcClient database;

    AppointmentFacts(JdbcClient database) {
        this.database = database;
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
        database.sql("select id, request_id, state, starts_at from agenda_appointment where id = any (?)")
                .param(ids.toArray(UUID[]::new))
                .query(row -> {
                    known.put(
                            row.getObject("id", UUID.class),
                            new Known(
                                    Map.of(
                                            DATE,
                                            row.getObject("starts_at", OffsetDateTime.class)
                                                    .atZoneSameInstant(BusinessTime.ZONE)
                                                    .toLocalDate(),
                                            STATE,
                                            row.getString("state")),
                                    Map.of(RequestFacts.KIND, row.getObject("request_id", UUID.class))));
                });
        return known;
    }
}
