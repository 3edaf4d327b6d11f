package io.traject.communication.web;

import io.traject.communication.OwnMailServer.Choice;
import io.traject.kernel.EmailAddress;
import io.traject.workers.mail.MailSecurity;
import io.traject.workers.mail.MailServerSettings;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** A mail server as it is typed. The password is never shown again. */
record MailServerForm(
        @NotNull(message = "{communication.mailServer.error.host}")
        @Pattern(regexp = "\\s*[A-Za-z0-9.:-]{1,253}\\s*", message = "{communication.mailServer.error.host}")
        @Nullable
        String host,

        @NotNull(message = "{communication.mailServer.error.port}")
        @Pattern(regexp = "\\s*\\d{1,5}\\s*", message = "{communication.mailServer.error.port}")
        @Nullable
        String port,

        @NotNull(message = "{communication.mailServer.error.security}") @Nullable
        MailSecurity security,

        @Size(max = 200, message = "{communication.mailServer.error.long}") @Nullable
        String username,

        @Size(max = 500, message = "{communication.mailServer.error.long}") @Nullable
        String password,

        @NotNull(message = "{communication.mailServer.error.fromName}")
        @Pattern(regexp = "(?=.*\\S)\\P{Cntrl}{1,100}", message = "{communication.mailServer.error.fromName}")
        @Nullable
        String fromName,

        @NotNull(message = "{communication.mailServer.error.fromAddress}") @Nullable
        String fromAddress) {

    private static final String USUAL_PORT = "587";
    private static final int HIGHEST_PORT = 65_535;

    static MailServerForm blank(String fromName, String fromAddress) {
        return new MailServerForm("", USUAL_PORT, MailSecurity.STARTTLS, "", "", fromName, fromAddress);
    }

    static MailServerForm of(MailServerSettings settings) {
        return new MailServerForm(
                settings.host(),
                Integer.toString(settings.port()),
                settings.security(),
                settings.username(),
                "",
                settings.fromName(),
                settings.fromAddress());
    }

    /**
     * Empty when something is wrong, which the errors say.
     *
     * @param kept the user for whom there is a password
     */
    Optional<Choice> choice(Errors errors, @Nullable String kept) {
        Optional<EmailAddress> address = address(fromAddress);
        if (address.isEmpty() && !errors.hasFieldErrors("fromAddress")) {
            errors.rejectValue("fromAddress", "communication.mailServer.error.fromAddress");
        }
        String user = Objects.requireNonNullElse(username, "").strip();
        boolean typed = password != null && !password.isEmpty();
        if (!user.isEmpty() && !typed && !user.equals(kept)) {
            errors.rejectValue("password", "communication.mailServer.error.password");
        }
        if (!errors.hasFieldErrors("port")
                && !isPort(Integer.parseInt(Objects.requireNonNull(port).strip()))) {
            errors.rejectValue("port", "communication.mailServer.error.port");
        }
        if (errors.hasErrors()) {
            return Optional.empty();
        }
        return Optional.of(new Choice(
                Objects.requireNonNull(host).strip(),
                Integer.parseInt(Objects.requireNonNull(port).strip()),
                Objects.requireNonNull(security),
                user,
                typed ? password : null,
                Objects.requireNonNull(fromName).strip(),
                address.orElseThrow()));
    }

    private static boolean isPort(int number) {
        return number >= 1 && number <= HIGHEST_PORT;
    }

    private static Optional<EmailAddress> address(@Nullable String typed) {
        try {
            return Optional.of(
                    new EmailAddress(Objects.requireNonNullElse(typed, "").strip()));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "MailServerForm[" + host + ":" + port + "]";
    }
}
