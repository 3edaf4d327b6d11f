package io.traject.access.web;

import io.traject.access.agreements.Agreement;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.validation.BindingResult;

/** A version of an agreement, as filled in. */
record AgreementForm(
        @NotNull(message = "{access.agreements.kind.required}")
        Agreement.@Nullable Kind kind,

        @NotBlank(message = "{access.agreements.number.required}")
        @Size(max = 20, message = "{access.agreements.number.tooLong}")
        String number,

        @NotNull(message = "{access.agreements.from.required}") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate from,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate until,

        @NotBlank(message = "{access.agreements.text.required}")
        String dutch,

        @NotBlank(message = "{access.agreements.text.required}")
        String english) {

    static AgreementForm blank(LocalDate today) {
        return new AgreementForm(null, "", today, null, "", "");
    }

    /** What was filled in; empty when it can't be published, which the errors say then. */
    Optional<Agreement.Content> content(BindingResult errors) {
        if (from != null && until != null && until.isBefore(from)) {
            errors.rejectValue("until", "access.agreements.until.early");
        }
        return errors.hasErrors()
                ? Optional.empty()
                : Optional.of(new Agreement.Content(
                        Objects.requireNonNull(kind),
                        number.strip(),
                        Objects.requireNonNull(from),
                        Optional.ofNullable(until),
                        dutch.strip(),
                        english.strip()));
    }
}
