package io.traject.access.links;

import io.traject.access.Authorization;
import io.traject.access.UserDirectory;
import io.traject.access.events.AccountMails;
import io.traject.access.events.Origin;
import io.traject.access.events.SecurityEventKind;
import io.traject.access.events.SecurityNotices;
import io.traject.access.links.MailedLinks.Link;
import io.traject.access.links.MailedLinks.Purpose;
import io.traject.access.users.AnnounceUsers;
import io.traject.access.users.UserAccount;
import io.traject.access.users.UserAccounts;
import io.traject.kernel.EmailAddress;
import io.traject.kernel.Outcome;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A user changes the own e-mail address. It counts once the link in a mail to the new one was followed (A15). */
@Component
public class ChangeEmail {

    private final UserAccounts users;
    private final UserDirectory directory;
    private final PasswordEncoder passwords;
    private final MailedLinks links;
    private final AccountMails mails;
    private final SecurityNotices notices;
    private final AnnounceUsers announce;
    private final Authorization authorization;
    private final String page;

    ChangeEmail(
            UserAccounts users,
            UserDirectory directory,
            PasswordEncoder passwords,
            MailedLinks links,
            AccountMails mails,
            SecurityNotices notices,
            AnnounceUsers announce,
            Authorization authorization,
            @Value("${traject.public-url}") String publicUrl) {
        this.users = users;
        this.directory = directory;
        this.passwords = passwords;
        this.links = links;
        this.mails = mails;
        this.notices = notices;
        this.announce = announce;
        this.authorization = authorization;
        this.page = publicUrl.replaceFirst("/+$", "") + "/email-confirmation/";
    }

    /** Asks for the confirmation, and tells the address of now. Refused with {@code password-wrong}. */
    @Transactional
    public Outcome<EmailAddress> ask(EmailAddress wanted, String password, Origin origin) {
        UserAccount user =
                users.findByIdAndActiveTrue(authorization.actor().id()).orElseThrow();
        if (!passwords.matches(password, user.passwordHash())) {
            return Outcome.refused("password-wrong");
        }
        String code = links.make(user.id(), Purpose.EMAIL, wanted);
        notices.happened(user.id(), SecurityEventKind.EMAIL_CHANGE_ASKED, origin);
        mails.send(
                directory.find(user.id()).orElseThrow(),
                wanted,
                "access.account.email.mail",
                page + code,
                Purpose.EMAIL.valid().toHours());
        return Outcome.done(wanted);
    }

    /** The address that a link confirms; empty for a link that doesn't work. */
    @Transactional(readOnly = true)
    public Optional<EmailAddress> wanted(String code) {
        return links.find(code, Purpose.EMAIL).map(Link::email);
    }

    /** Follows the link. Refused with {@code link-expired}. */
    @Transactional
    public Outcome<EmailAddress> confirm(String code, Origin origin) {
        Optional<Link> link = links.find(code, Purpose.EMAIL);
        Optional<UserAccount> user = link.map(Link::userId).flatMap(users::findByIdAndActiveTrue);
        if (user.isEmpty() || !links.useUp(code, Purpose.EMAIL, user.get().id())) {
            return Outcome.refused("link-expired");
        }
        EmailAddress wanted = link.map(Link::email).orElseThrow();
        EmailAddress[] before = user.get().email().stream().toArray(EmailAddress[]::new);
        UserAccount changed = user.get();
        announce.changingOwn(changed, () -> changed.changeEmail(wanted));
        notices.happened(user.get().id(), SecurityEventKind.EMAIL_CHANGED, origin, before);
        return Outcome.done(wanted);
    }
}
