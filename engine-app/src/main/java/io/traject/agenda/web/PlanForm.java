package io.traject.agenda.web;

import io.traject.agenda.Appointment;
import io.traject.agenda.PlannedTime;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** When and where an appointment is to be, as it is typed. */
record PlanForm(
        String day,
        String time,

        @Size(max = PlannedTime.MAX_PLACE_LENGTH, message = "{agenda.appointment.place.tooLong}")
        String place,

        Long version) {

    /** What a form leaves out comes as null. */
    PlanForm(@Nullable String day, @Nullable String time, @Nullable String place, @Nullable Long version) {
        this.day = Typed.line(day);
        this.time = Typed.line(time);
        this.place = Typed.line(place);
        this.version = version == null ? 0 : version;
    }

    static PlanForm of(Appointment appointment) {
        PlannedTime when = appointment.when();
        return new PlanForm(
                when.day().toString(), when.time().toString(), when.place().orElse(""), appointment.version());
    }

    PlanForm begunFrom(long newVersion) {
        return new PlanForm(day, time, place, newVersion);
    }

    /** What was typed, once nothing in it is wrong; otherwise empty, with the errors told. */
    Optional<PlannedTime> when(Errors errors) {
        Optional<LocalDate> chosenDay = Typed.date(errors, "day", day);
        if (day.isEmpty()) {
            errors.rejectValue("day", "agenda.appointment.day.required");
        }
        Optional<LocalTime> chosenTime = Typed.time(errors, "time", time);
        if (time.isEmpty()) {
            errors.rejectValue("time", "agenda.appointment.time.required");
        }
        if (errors.hasErrors()) {
            return Optional.empty();
        }
        Optional<Instant> start = PlannedTime.moment(chosenDay.orElseThrow(), chosenTime.orElseThrow());
        if (start.isEmpty()) {
            errors.rejectValue("time", "agenda.appointment.time.skipped");
        }
        return start.map(moment -> new PlannedTime(moment, Typed.filled(place)));
    }
}
