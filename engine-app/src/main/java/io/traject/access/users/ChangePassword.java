package io.traject.access.users;

import io.traject.access.events.Origin;
import io.traject.access.events.SecurityEventKind;
import io.traject.access.events.SecurityNotices;
import io.traject.kernel.Outcome;
import java.util.Objects;
import java.util.UUID;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A user chooses another password, knowing the old one or having the link of a mail. The caller ends the user's sessions. */
@Component
public class ChangePassword {

    private final UserAccounts users;
    private final PasswordEncoder passwords;
    private final PasswordRules rules;
    private final PasswordChangesDue due;
    private final SecurityNotices notices;

    ChangePassword(
            UserAccounts users,
            PasswordEncoder passwords,
            PasswordRules rules,
            PasswordChangesDue due,
            SecurityNotices notices) {
        this.users = users;
        this.passwords = passwords;
        this.rules = rules;
        this.due = due;
        this.notices = notices;
    }

    /** Refused with {@code password-wrong}, or for what {@link PasswordRules} say, or with {@code password-same}. */
    @Transactional
    public Outcome<UserAccount> change(UUID userId, String current, String wanted, Origin origin) {
        UserAccount user = users.findByIdAndActiveTrue(userId).orElseThrow();
        if (!passwords.matches(current, user.passwordHash())) {
            return Outcome.refused("password-wrong");
        }
        if (wanted.equals(current)) {
            return Outcome.refused("password-same");
        }
        return choose(user, wanted, SecurityEventKind.PASSWORD_CHANGED, origin);
    }

    /** For who has proved otherwise to be the user. Refused for what {@link PasswordRules} say. */
    @Transactional
    public Outcome<UserAccount> choose(UserAccount user, String wanted, SecurityEventKind kind, Origin origin) {
        var refusal = rules.refusal(wanted, PasswordRules.Owner.of(user));
        if (refusal.isPresent()) {
            return new Outcome.Refused<>(refusal.get());
        }
        user.changePasswordHash(Objects.requireNonNull(passwords.encode(wanted)));
        due.met(user.id());
        notices.happened(user.id(), kind, origin);
        return Outcome.done(user);
    }
}
