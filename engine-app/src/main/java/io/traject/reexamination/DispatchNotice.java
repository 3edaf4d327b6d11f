package io.traject.reexamination;

import io.traject.access.UserDirectory;
import io.traject.kernel.EmailAddress;
import io.traject.kernel.Language;
import io.traject.kernel.MailLanguages;
import io.traject.workers.mail.MailOutbox;
import io.traject.workers.mail.OutgoingMail;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.HtmlUtils;

/** The mail that says that a dispatch is finished, with the link to its overview. */
@Component
class DispatchNotice {

    private final UserDirectory users;
    private final MailOutbox outbox;
    private final Residents residents;
    private final MailLanguages languages;
    private final MessageSource messages;
    private final String publicUrl;
    private final String from;

    DispatchNotice(
            UserDirectory users,
            MailOutbox outbox,
            Residents residents,
            MailLanguages languages,
            MessageSource messages,
            @Value("${traject.public-url}") String publicUrl,
            @Value("${traject.mail.from}") String from) {
        this.users = users;
        this.outbox = outbox;
        this.residents = residents;
        this.languages = languages;
        this.messages = messages;
        this.publicUrl = publicUrl;
        this.from = from;
    }

    /** @return the mail; empty when who asked for the dispatch has no address (an API account) */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<UUID> write(Batch batch) {
        Optional<Contact> recipient = recipient(batch);
        recipient.ifPresent(contact -> outbox.add(List.of(mail(batch, contact))));
        return written(batch);
    }

    /** The mail that {@link #write} made before: its id follows from the batch. */
    Optional<UUID> written(Batch batch) {
        return recipient(batch).map(contact -> idFor(batch));
    }

    private record Contact(String name, EmailAddress email, Language language) {}

    private Optional<Contact> recipient(Batch batch) {
        return batch.requestedBy()
                .flatMap(users::find)
                .flatMap(user -> user.email()
                        .map(email -> new Contact(
                                user.displayName(),
                                email,
                                languages.of(email, Optional.of(batch.municipality()), user.chosenLanguage()))));
    }

    private OutgoingMail mail(Batch batch, Contact contact) {
        Locale locale = contact.language().locale();
        Residents.Tally tally = residents.dispatchTally(batch.id());
        String link = publicUrl + "/re-examinations/" + batch.id();
        var counts = new Object[] {batch.fileName(), tally.done(), tally.failed()};
        String subject = messages.getMessage("reexamination.notice.subject", counts, locale);
        String greeting = messages.getMessage("reexamination.notice.greeting", new Object[] {contact.name()}, locale);
        String text = messages.getMessage("reexamination.notice.text", counts, locale);
        String linkText = messages.getMessage("reexamination.notice.link", null, locale);
        String html = """
                <!DOCTYPE html>
                <html lang="%s"><head><meta charset="utf-8"><title>%s</title></head>
                <body><p>%s</p><p>%s</p><p><a href="%s">%s</a></p></body></html>
                """.formatted(
                        locale.toLanguageTag(),
                        HtmlUtils.htmlEscape(subject),
                        HtmlUtils.htmlEscape(greeting),
                        HtmlUtils.htmlEscape(text),
                        HtmlUtils.htmlEscape(link),
                        HtmlUtils.htmlEscape(linkText));
        return new OutgoingMail(
                idFor(batch),
                null,
                0,
                batch.municipality(),
                from,
                contact.email().value(),
                subject,
                greeting + "\n\n" + text + "\n\n" + linkText + ": " + link + "\n",
                html,
                locale.toLanguageTag());
    }

    private static UUID idFor(Batch batch) {
        return UUID.nameUUIDFromBytes(("dispatch-notice:" + batch.id()).getBytes(StandardCharsets.UTF_8));
    }
}
