package io.traject.agenda.web;

import io.traject.agenda.AppointmentRequest;
import io.traject.agenda.AppointmentWishes;
import io.traject.agenda.CaseChoice;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A request as it is typed.
 *
 * @param about a case; empty for none, {@link #FITTING} for the one that fits the consultation type
 */
record RequestForm(
        String consultationType,
        String about,
        Boolean saturday,
        Boolean sundayHoliday,
        String from,
        String until,

        @Size(max = AppointmentWishes.MAX_REMARK_LENGTH, message = "{agenda.request.remark.tooLong}")
        String remark,

        Long version) {

    static final String FITTING = "fitting";

    /** What a form leaves out, such as a box that is not ticked, comes as null. */
    RequestForm(
            @Nullable String consultationType,
            @Nullable String about,
            @Nullable Boolean saturday,
            @Nullable Boolean sundayHoliday,
            @Nullable String from,
            @Nullable String until,
            @Nullable String remark,
            @Nullable Long version) {
        this.saturday = Boolean.TRUE.equals(saturday);
        this.sundayHoliday = Boolean.TRUE.equals(sundayHoliday);
        this.version = version == null ? 0 : version;
        this.consultationType = Typed.line(consultationType);
        this.about = Typed.line(about);
        this.from = Typed.line(from);
        this.until = Typed.line(until);
        this.remark = Typed.text(remark);
    }

    static RequestForm blank(String consultationType, String about) {
        return new RequestForm(consultationType, about, false, false, "", "", "", 0L);
    }

    static RequestForm of(AppointmentRequest request) {
        AppointmentWishes wishes = request.wishes();
        return new RequestForm(
                request.consultationType().toString(),
                request.about().map(UUID::toString).orElse(""),
                wishes.saturdayAllowed(),
                wishes.sundayHolidayAllowed(),
                wishes.from().map(LocalDate::toString).orElse(""),
                wishes.until().map(LocalDate::toString).orElse(""),
                wishes.remark().orElse(""),
                request.version());
    }

    RequestForm begunFrom(long newVersion) {
        return new RequestForm(consultationType, about, saturday, sundayHoliday, from, until, remark, newVersion);
    }

    CaseChoice caseChoice() {
        if (about.isEmpty()) {
            return new CaseChoice.None();
        }
        // One that the page doesn't offer is none of the employee's.
        return about.equals(FITTING)
                ? new CaseChoice.Fitting()
                : new CaseChoice.Of(Typed.id(about).orElse(new UUID(0, 0)));
    }

    /** What was typed, once nothing in it is wrong; otherwise empty, with the errors told. */
    Optional<AppointmentWishes> wishes(Errors errors) {
        Optional<LocalDate> first = Typed.date(errors, "from", from);
        Optional<LocalDate> last = Typed.date(errors, "until", until);
        if (last.isPresent() && first.filter(last.get()::isBefore).isPresent()) {
            errors.rejectValue("until", "agenda.request.until.beforeFrom");
        }
        return errors.hasErrors()
                ? Optional.empty()
                : Optional.of(new AppointmentWishes(saturday, sundayHoliday, first, last, Typed.filled(remark)));
    }
}
