package io.traject.organisation.employees.forms;

import io.traject.organisation.employees.EmploymentDetails;
import io.traject.organisation.employees.PartTime;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.validation.Errors;

/** An employment as it is typed. */
public record EmploymentForm(
        String establishment,
        String department,
        String jobFunction,

        @Size(max = EmploymentDetails.MAX_NUMBER_LENGTH, message = "{organisation.employees.tooLong30}")
        String employmentNumber,

        String start,
        String end,
        String partTime,
        Long employmentVersion) {

    public EmploymentForm {
        establishment = Typed.line(establishment);
        department = Typed.line(department);
        jobFunction = Typed.line(jobFunction);
        employmentNumber = Typed.line(employmentNumber);
        start = Typed.line(start);
        end = Typed.line(end);
        partTime = Typed.line(partTime);
        employmentVersion = Objects.requireNonNullElse(employmentVersion, 0L);
    }

    public static EmploymentForm blank(Optional<UUID> establishment, Optional<UUID> department, LocalDate start) {
        return new EmploymentForm(
                establishment.map(UUID::toString).orElse(""),
                department.map(UUID::toString).orElse(""),
                "",
                "",
                start.toString(),
                "",
                PartTime.FULL.text(),
                0L);
    }

    public static EmploymentForm of(EmploymentDetails details, long version) {
        return new EmploymentForm(
                details.establishment().map(UUID::toString).orElse(""),
                details.department().map(UUID::toString).orElse(""),
                details.jobFunction().map(UUID::toString).orElse(""),
                details.number().orElse(""),
                details.start().toString(),
                details.end().map(LocalDate::toString).orElse(""),
                details.partTime().text(),
                version);
    }

    /** The same, as if it had been begun from that version. */
    public EmploymentForm begunFrom(long otherVersion) {
        return new EmploymentForm(
                establishment, department, jobFunction, employmentNumber, start, end, partTime, otherVersion);
    }

    /** What was typed, once nothing in it is wrong; otherwise empty, with the errors told. */
    public Optional<EmploymentDetails> details(Errors errors) {
        Optional<LocalDate> first =
                Typed.read(errors, "start", start, Typed::date, "organisation.employees.date.invalid");
        if (start.isEmpty()) {
            errors.rejectValue("start", "organisation.employees.start.required");
        }
        Optional<LocalDate> last = Typed.read(errors, "end", end, Typed::date, "organisation.employees.date.invalid");
        if (last.isPresent() && first.filter(last.get()::isBefore).isPresent()) {
            errors.rejectValue("end", "organisation.employees.end.beforeStart");
        }
        Optional<PartTime> share = PartTime.parse(partTime);
        if (share.isEmpty()) {
            errors.rejectValue("partTime", "organisation.employees.partTime.invalid");
        }
        return errors.hasErrors()
                ? Optional.empty()
                : Optional.of(new EmploymentDetails(
                        id(establishment),
                        id(department),
                        id(jobFunction),
                        Typed.text(employmentNumber),
                        first.orElseThrow(),
                        last,
                        share.orElseThrow()));
    }

    private static Optional<UUID> id(String typed) {
        try {
            return Typed.text(typed).map(UUID::fromString);
        } catch (IllegalArgumentException noId) {
            // One that the page doesn't offer; nothing has it.
            return Optional.of(new UUID(0, 0));
        }
    }
}
