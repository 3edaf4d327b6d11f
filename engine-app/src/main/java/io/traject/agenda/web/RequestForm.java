package io.traject.agenda.web;

import io.traject.agenda.AppointmentRequest;
import io.traject.agenda.AppointmentWishes;
import io.traject.agenda.CaseChoice;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.validation.Errors;

/**
 * A request as it is typed.
 *
 * @param about a case; empty for none, {@link #FITTING} for the one that fits the consultation type
 */
record RequestForm(
        String consultationType,
        String about,
        boolean saturday,
        boolean sundayHoliday,
        String from,
        String until,

        @Size(max = AppointmentWishes.MAX_REMARK_LENGTH, message = "{agenda.request.remark.tooLong}")
        String remark,

        long version) {

    static final String FITTING = "fitting";

    RequestForm {
        consultationType = Typed.line(consultationType);
        about = Typed.line(about);
        from = Typed.line(from);
        until = Typed.line(until);
        remark = Typed.text(remark);
    }

    static RequestForm blank(String consultationType, String about) {
        return new RequestForm(consultationType, about, false, false, "", "", "", 0);
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
