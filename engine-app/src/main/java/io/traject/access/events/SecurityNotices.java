package io.traject.access.events;

import io.traject.access.UserDirectory;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.EmailAddress;
import io.traject.kernel.RealTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Notes what happened to the security of an account, and tells its user by mail, who may not have done it (A15). */
@Component
public class SecurityNotices {

    /** From so many wrong codes on it is no longer a slip of the finger. */
    private static final int SLIPS = 5;

    private final SecurityEvents events;
    private final UserDirectory users;
    private final AccountMails mails;
    private final RealTime time;
    private final MessageSource messages;
    private final String publicUrl;

    SecurityNotices(
            SecurityEvents events,
            UserDirectory users,
            AccountMails mails,
            RealTime time,
            MessageSource messages,
            @Value("${traject.public-url}") String publicUrl) {
        this.events = events;
        this.users = users;
        this.mails = mails;
        this.time = time;
        this.messages = messages;
        this.publicUrl = publicUrl;
    }

    /**
     * Notes what happened; most kinds are told by mail as well, sent after the caller's transaction.
     *
     * @param also addresses that are told beside the user's own: the one of before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void happened(UUID userId, SecurityEventKind kind, Origin origin, EmailAddress... also) {
        events.add(userId, kind, origin);
        if (kind.mailed()) {
            tell(userId, kind, origin, also);
        }
    }

    /** Notes a wrong password. It may come in thousands, so it is counted and not told. */
    @Transactional
    public void wrongPassword(UUID userId, Origin origin) {
        events.count(userId, SecurityEventKind.SIGN_IN_REFUSED, origin);
    }

    /** Notes a wrong code after the right password: who sends many of them has the password. It is told once an hour. */
    @Transactional
    public void wrongCode(UUID userId, Origin origin) {
        if (events.count(userId, SecurityEventKind.SECOND_STEP_REFUSED, origin) == SLIPS) {
            tell(userId, SecurityEventKind.SECOND_STEP_REFUSED, origin);
        }
    }

    private void tell(UUID userId, SecurityEventKind kind, Origin origin, EmailAddress... also) {
        UserDirectory.Entry user = users.find(userId).orElseThrow();
        Set<EmailAddress> addresses = new LinkedHashSet<>(Set.of(also));
        user.email().ifPresent(addresses::add);
        addresses.forEach(address -> {
            Locale locale = mails.locale(user, address);
            mails.send(user, address, "access.securityMail." + kind, when(locale), where(locale, origin), publicUrl);
        });
    }

    private String when(Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(locale)
                .format(time.now().atZone(BusinessTime.ZONE));
    }

    private String where(Locale locale, Origin origin) {
        String key = !origin.by().isEmpty() ? "by" : origin.device().isEmpty() ? "address" : "device";
        Object[] arguments = {origin.address(), origin.device(), origin.by()};
        return origin.equals(Origin.NOWHERE)
                ? messages.getMessage("access.securityMail.where.unknown", null, locale)
                : messages.getMessage("access.securityMail.where." + key, arguments, locale);
    }
}
