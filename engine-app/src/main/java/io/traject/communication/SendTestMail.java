package io.traject.communication;

import io.traject.access.Actor;
import io.traject.access.Authorization;
import io.traject.access.UserDirectory;
import io.traject.kernel.EmailAddress;
import io.traject.kernel.Ids;
import io.traject.kernel.Language;
import io.traject.kernel.Outcome;
import io.traject.workers.mail.OutgoingMail;
import io.traject.workers.mail.SingleMails;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends a mail to the one who asks for it, to see how it arrives (N6). It says that it is a test, and nothing of it stands
 * in the file of a case.
 */
@Service
public class SendTestMail {

    private final Authorization authorization;
    private final UserDirectory users;
    private final SingleMails mails;
    private final MessageSource messages;
    private final String from;

    SendTestMail(
            Authorization authorization,
            UserDirectory users,
            SingleMails mails,
            MessageSource messages,
            @Value("${traject.mail.from}") String from) {
        this.authorization = authorization;
        this.users = users;
        this.mails = mails;
        this.messages = messages;
        this.from = from;
    }

    /**
     * @param language in which the mail is written
     * @return where it goes; refused with {@code test-mail-no-address} when the actor's account has no e-mail address
     */
    @Transactional
    public Outcome<EmailAddress> send(RenderedMail mail, Language language) {
        Actor actor = authorization.actor();
        Optional<EmailAddress> own = users.find(actor.id()).flatMap(UserDirectory.Entry::email);
        if (own.isEmpty()) {
            return Outcome.refused("test-mail-no-address");
        }
        var subject =
                messages.getMessage("communication.test.subject", new Object[] {mail.subject()}, language.locale());
        mails.send(new OutgoingMail(
                Ids.next(),
                null,
                0,
                actor.organisation().orElse(null),
                from,
                own.get().value(),
                subject,
                mail.plain(),
                mail.html(),
                language.locale().toLanguageTag()));
        return Outcome.done(own.get());
    }
}
