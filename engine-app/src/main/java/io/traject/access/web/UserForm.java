package io.traject.access.web;

import io.traject.access.rights.UserGroup;
import io.traject.access.users.NewUser;
import io.traject.access.users.UserAccount;
import io.traject.access.users.UserChange;
import io.traject.access.users.Username;
import io.traject.kernel.EmailAddress;
import io.traject.kernel.Language;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A user as an administrator types one.
 *
 * @param username of a new one; afterwards it stays
 * @param organisation of a new one, chosen by an administrator of the installation
 * @param language its name; empty for the installation's (A1)
 * @param version of the user that the form was opened with
 */
record UserForm(
        String username,

        @NotBlank(message = "{access.users.displayName.required}")
        @Size(max = 100, message = "{access.users.displayName.tooLong}")
        String displayName,

        String email,

        @NotNull(message = "{access.users.role.required}") @Nullable
        UUID role,

        @Nullable Set<UUID> groups,
        @Nullable UUID organisation,
        String language,
        @Nullable Long version) {

    /** What is typed is one line each, without blanks around it. */
    UserForm {
        username = line(username);
        displayName = line(displayName);
        email = line(email);
        language = line(language);
        groups = groups == null ? Set.of() : Set.copyOf(groups); // boxes that are not ticked are not sent
    }

    static UserForm blank(@Nullable UUID organisation, @Nullable UUID role, Set<UUID> groups) {
        return new UserForm("", "", "", role, groups, organisation, "", null);
    }

    static UserForm of(UserAccount user) {
        return new UserForm(
                user.username(),
                user.displayName(),
                user.email().map(EmailAddress::value).orElse(""),
                user.role().id(),
                user.groups().stream().map(UserGroup::id).collect(Collectors.toUnmodifiableSet()),
                null,
                user.language().map(Language::name).orElse(""),
                user.version());
    }

    /** Who to let in, once nothing typed is wrong; otherwise empty, with the errors told. */
    Optional<NewUser> user(Optional<UUID> ownOrganisation, Errors errors) {
        Optional<Username> name = Username.parse(username);
        if (name.isEmpty()) {
            errors.rejectValue("username", "access.users.username.invalid");
        }
        Optional<EmailAddress> address = address(errors);
        return errors.hasErrors() || name.isEmpty() || role == null
                ? Optional.empty()
                : Optional.of(new NewUser(
                        name.get(),
                        displayName,
                        address,
                        ownOrganisation.or(() -> Optional.ofNullable(organisation)),
                        role,
                        groups(),
                        preferred()));
    }

    /** How the user shall be, once nothing typed is wrong; otherwise empty, with the errors told. */
    Optional<UserChange> change(Errors errors) {
        Optional<EmailAddress> address = address(errors);
        return errors.hasErrors() || role == null || version == null
                ? Optional.empty()
                : Optional.of(new UserChange(version, displayName, address, preferred(), role, groups()));
    }

    @Override
    public Set<UUID> groups() {
        return Objects.requireNonNull(groups);
    }

    Optional<Language> preferred() {
        return Arrays.stream(Language.values())
                .filter(one -> one.name().equals(language))
                .findFirst();
    }

    private Optional<EmailAddress> address(Errors errors) {
        Optional<EmailAddress> address = EmailAddress.parse(email);
        if (!email.isEmpty() && address.isEmpty()) {
            errors.rejectValue("email", "access.users.email.invalid");
        }
        return address;
    }

    private static String line(@Nullable String typed) {
        return typed == null ? "" : typed.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
