package io.traject.access.links;

import io.traject.access.events.Origin;
import io.traject.access.events.SecurityEventKind;
import io.traject.access.links.MailedLinks.Purpose;
import io.traject.access.users.ChangePassword;
import io.traject.access.users.UserAccount;
import io.traject.access.users.UserAccounts;
import io.traject.kernel.Outcome;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Whoever has the link of the mail chooses a new password, once. The caller ends the user's sessions. */
@Component
public class ChooseNewPassword {

    private final MailedLinks links;
    private final UserAccounts users;
    private final ChangePassword changePassword;

    ChooseNewPassword(MailedLinks links, UserAccounts users, ChangePassword changePassword) {
        this.links = links;
        this.users = users;
        this.changePassword = changePassword;
    }

    /** Whether the link works. Looking uses nothing up: scanners of mail look too. */
    @Transactional(readOnly = true)
    public boolean works(String code) {
        return user(code).isPresent();
    }

    /** Refused with {@code link-expired}, or for what the rules of passwords say; the link works on then. */
    @Transactional
    public Outcome<UserAccount> choose(String code, String wanted, Origin origin) {
        Optional<UserAccount> user = user(code);
        if (user.isEmpty()) {
            return Outcome.refused("link-expired");
        }
        Outcome<UserAccount> chosen =
                changePassword.choose(user.get(), wanted, SecurityEventKind.PASSWORD_CHOSEN_BY_LINK, origin);
        if (chosen instanceof Outcome.Done
                && !links.useUp(code, Purpose.PASSWORD, user.get().id())) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return Outcome.refused("link-expired");
        }
        return chosen;
    }

    /** Nobody, once the user has another address. */
    private Optional<UserAccount> user(String code) {
        return links.find(code, Purpose.PASSWORD)
                .flatMap(link -> users.findByIdAndActiveTrue(link.userId())
                        .filter(user ->
                                user.email().filter(link.email()::equals).isPresent()));
    }
}
