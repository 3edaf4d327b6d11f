package io.traject.access.web;

import io.traject.access.Actor;
import io.traject.access.StandardRole;
import io.traject.access.users.NewUser;
import io.traject.access.users.Username;
import io.traject.kernel.EmailAddress;
import io.traject.kernel.Language;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** A new user as an administrator types one. */
record UserForm(
        String username,

        @NotBlank(message = "{access.users.displayName.required}")
        @Size(max = 100, message = "{access.users.displayName.tooLong}")
        String displayName,

        String email,

        @NotNull(message = "{access.users.role.required}") @Nullable
        StandardRole role,

        @Nullable UUID organisation,

        @NotNull(message = "{access.users.language.required}") @Nullable
        Language language) {

    static final UserForm BLANK = new UserForm("", "", "", StandardRole.CASE_WORKER, null, Language.NL);

    /** What is typed is one line each, without blanks around it. */
    UserForm {
        username = line(username);
        displayName = line(displayName);
        email = line(email);
    }

    /**
     * What was typed, once nothing in it is wrong; otherwise empty, with the errors told. Who belongs to an organisation adds
     * users to that one, whatever the form says.
     */
    Optional<NewUser> user(Actor administrator, Errors errors) {
        Optional<Username> name = Username.parse(username);
        if (name.isEmpty()) {
            errors.rejectValue("username", "access.users.username.invalid");
        }
        Optional<EmailAddress> address = EmailAddress.parse(email);
        if (!email.isEmpty() && address.isEmpty()) {
            errors.rejectValue("email", "access.users.email.invalid");
        }
        if (role != null && !role.mayBeGivenBy(administrator)) {
            errors.rejectValue("role", "access.users.role.required");
        }
        Optional<UUID> municipality = administrator.organisation().or(() -> Optional.ofNullable(organisation));
        if (administrator.organisation().isEmpty()) {
            checkMunicipality(errors);
        }
        return errors.hasErrors() || name.isEmpty() || role == null
                ? Optional.empty()
                : Optional.of(new NewUser(
                        name.get(), displayName, address, municipality, role, Optional.ofNullable(language)));
    }

    private void checkMunicipality(Errors errors) {
        boolean none = organisation == null;
        if (role == StandardRole.INSTALLATION_ADMINISTRATOR && !none) {
            errors.rejectValue("organisation", "access.users.organisation.none");
        } else if (role != StandardRole.INSTALLATION_ADMINISTRATOR && none) {
            errors.rejectValue("organisation", "access.users.organisation.required");
        }
    }

    private static String line(@Nullable String typed) {
        return typed == null ? "" : typed.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
