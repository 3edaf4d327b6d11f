package io.traject.agenda;

import io.traject.events.MergeSource;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.Language;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What texts may say of an appointment. */
@Component
class AppointmentTexts implements MergeSource {

    private static final String START = "appointment.start";
    private static final String PLACE = "appointment.place";

    private final Appointments appointments;

    AppointmentTexts(Appointments appointments) {
        this.appointments = appointments;
    }

    @Override
    public String kind() {
        return AppointmentFacts.KIND;
    }

    @Override
    public List<String> keys() {
        return List.of(START, PLACE);
    }

    @Override
    public Optional<Map<String, String>> values(UUID id, Language language) {
        return appointments.findById(id).map(appointment -> {
            Map<String, String> values = new HashMap<>();
            values.put(START, start(appointment.when().start(), language));
            appointment.when().place().ifPresent(place -> values.put(PLACE, place));
            return values;
        });
    }

    /** Day and time, in words: {@code dinsdag 12 januari 2027 14:30}. */
    static String start(Instant moment, Language language) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                .withLocale(language.locale())
                .format(moment.atZone(BusinessTime.ZONE));
    }
}
