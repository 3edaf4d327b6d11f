package io.traject.settings.web;

import io.traject.kernel.BusinessTime;
import io.traject.settings.LoginNotice;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.validation.Errors;

/** A notice as it is typed; times are those of the installation's zone. */
record LoginNoticeForm(
        @NotNull(message = "{settings.notice.error.kind}") LoginNotice.@Nullable Kind kind,

        @NotBlank(message = "{settings.notice.error.text}")
        @Size(max = 500, message = "{settings.notice.error.length}")
        @Nullable
        String dutch,

        @NotBlank(message = "{settings.notice.error.text}")
        @Size(max = 500, message = "{settings.notice.error.length}")
        @Nullable
        String english,

        @NotNull(message = "{settings.notice.error.from}") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable
        LocalDateTime from,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable
        LocalDateTime until,

        long version) {

    static LoginNoticeForm blank(ZonedDateTime now) {
        return new LoginNoticeForm(
                LoginNotice.Kind.INFORMATION, "", "", now.toLocalDateTime().truncatedTo(ChronoUnit.MINUTES), null, 0);
    }

    static LoginNoticeForm of(LoginNotice notice) {
        LoginNotice.Content content = notice.content();
        return new LoginNoticeForm(
                content.kind(),
                content.dutch(),
                content.english(),
                local(content.from()),
                content.until().map(LoginNoticeForm::local).orElse(null),
                notice.version());
    }

    void checkPeriod(Errors errors) {
        if (from != null && until != null && !until.isAfter(from)) {
            errors.rejectValue("until", "settings.notice.error.until");
        }
    }

    /** Of a form without errors. */
    LoginNotice.Content content() {
        return new LoginNotice.Content(
                Objects.requireNonNull(kind),
                Objects.requireNonNull(dutch).strip(),
                Objects.requireNonNull(english).strip(),
                instant(Objects.requireNonNull(from)),
                Optional.ofNullable(until).map(LoginNoticeForm::instant));
    }

    private static LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, BusinessTime.ZONE);
    }

    private static Instant instant(LocalDateTime local) {
        return local.atZone(BusinessTime.ZONE).toInstant();
    }
}
