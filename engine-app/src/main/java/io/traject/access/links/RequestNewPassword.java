package io.traject.access.links;

import io.traject.access.UserDirectory;
import io.traject.access.events.AccountMails;
import io.traject.access.events.Origin;
import io.traject.access.events.SecurityEventKind;
import io.traject.access.events.SecurityNotices;
import io.traject.access.links.MailedLinks.Purpose;
import io.traject.access.users.UserAccount;
import io.traject.access.users.UserAccounts;
import io.traject.access.users.Username;
import io.traject.kernel.EmailAddress;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody has forgotten a password: who has the account's mailbox gets a link to choose another. */
@Component
public class RequestNewPassword {

    private final UserAccounts users;
    private final UserDirectory directory;
    private final MailedLinks links;
    private final AccountMails mails;
    private final SecurityNotices notices;
    private final TransactionTemplate transaction;
    private final Executor afterwards;
    private final String page;

    RequestNewPassword(
            UserAccounts users,
            UserDirectory directory,
            MailedLinks links,
            AccountMails mails,
            SecurityNotices notices,
            TransactionTemplate transaction,
            @Qualifier("applicationTaskExecutor") Executor afterwards,
            @Value("${traject.public-url}") String publicUrl) {
        this.users = users;
        this.directory = directory;
        this.links = links;
        this.mails = mails;
        this.notices = notices;
        this.transaction = transaction;
        this.afterwards = afterwards;
        this.page = publicUrl.replaceFirst("/+$", "") + "/forgotten-password/";
    }

    /**
     * Returns at once, whether anyone has this name or not: everything is done by another thread, so that neither the answer
     * nor its time tells. Nothing happens for a name of nobody, or of a user without an e-mail address.
     */
    public void request(String typed, Origin origin) {
        afterwards.execute(() -> transaction.executeWithoutResult(status -> Username.parse(typed)
                .flatMap(username -> users.findByUsernameAndActiveTrue(username.value()))
                .ifPresent(user -> send(user, origin))));
    }

    private void send(UserAccount user, Origin origin) {
        Optional<EmailAddress> address = user.email();
        if (address.isEmpty()) {
            return;
        }
        String code = links.make(user.id(), Purpose.PASSWORD, address.get());
        notices.happened(user.id(), SecurityEventKind.PASSWORD_FORGOTTEN, origin);
        mails.send(
                directory.find(user.id()).orElseThrow(),
                address.get(),
                "access.forgotten.mail",
                page + code,
                Purpose.PASSWORD.valid().toMinutes());
    }
}
