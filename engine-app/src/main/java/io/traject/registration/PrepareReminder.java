package io.traject.registration;

import io.traject.organisation.employers.Employer;
import io.traject.organisation.employers.RemindOfEmployer;
import io.traject.organisation.employers.RemindOfEmployer.Answer;
import io.traject.registration.Registrars.Registrar;
import io.traject.workers.mail.MailOutbox;
import io.traject.workers.mail.OutgoingMail;
import io.traject.workers.mail.SingleMails;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.HtmlUtils;

/** Reminds the {@link Registrars} of an employer that it still waits. */
@Service("registrationPrepareReminder")
public class PrepareReminder {

    private static final Logger log = LoggerFactory.getLogger(PrepareReminder.class);

    private final RemindOfEmployer reminders;
    private final Registrars registrars;
    private final MailOutbox outbox;
    private final SingleMails others;
    private final MessageSource messages;
    private final String publicUrl;
    private final String from;

    PrepareReminder(
            RemindOfEmployer reminders,
            Registrars registrars,
            MailOutbox outbox,
            SingleMails others,
            MessageSource messages,
            @Value("${traject.public-url}") String publicUrl,
            @Value("${traject.mail.from}") String from) {
        this.reminders = reminders;
        this.registrars = registrars;
        this.outbox = outbox;
        this.others = others;
        this.messages = messages;
        this.publicUrl = publicUrl;
        this.from = from;
    }

    /**
     * What became of a reminder that was due.
     *
     * @param mail that the process is to send, the first of those that were written; empty when the employer does not rest, or
     *     nobody can be reminded
     * @param restsUntil when the next one is due
     */
    public record Prepared(Optional<UUID> mail, Instant restsUntil) {}

    /** Asked again for the same moment, the answer is the same and nothing is written twice. */
    @Transactional
    public Prepared prepare(UUID employerId, Instant dueAt) {
        Instant due = dueAt.truncatedTo(ChronoUnit.MICROS); // as the database keeps it
        return switch (reminders.whenDue(employerId, due)) {
            case Answer.Leave(Instant next) -> new Prepared(Optional.empty(), next);
            case Answer.Remind(Employer employer, Instant next) -> new Prepared(remind(employer, due), next);
        };
    }

    /** Whoever was written to the first time is who is reminded, whatever has become of the registrars since. */
    private Optional<UUID> remind(Employer employer, Instant due) {
        String key = "employer-rests:" + employer.id() + ":" + due;
        UUID first = id(key);
        if (outbox.status(first).isPresent()) {
            return Optional.of(first);
        }
        List<Registrar> reminded = registrars.toRemind(employer);
        if (reminded.isEmpty()) {
            log.warn("Nobody can be reminded of employer {}", employer.id());
            return Optional.empty();
        }
        outbox.add(List.of(mail(first, employer, reminded.getFirst())));
        reminded.stream()
                .skip(1)
                .forEach(registrar -> others.send(mail(id(key + ":" + registrar.id()), employer, registrar)));
        return Optional.of(first);
    }

    private static UUID id(String key) {
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
    }

    private OutgoingMail mail(UUID id, Employer employer, Registrar registrar) {
        Locale locale = registrar.language().locale();
        String link = publicUrl + "/employers/" + employer.id() + "/registration";
        String subject = text("subject", locale, employer.name());
        String greeting = text("greeting", locale, registrar.name());
        String body = text("text." + employer.state(), locale, employer.name());
        String linkText = text("link", locale);
        String html = """
                <!DOCTYPE html>
                <html lang="%s"><head><meta charset="utf-8"><title>%s</title></head>
                <body><p>%s</p><p>%s</p><p><a href="%s">%s</a></p></body></html>
                """.formatted(
                        locale.toLanguageTag(),
                        HtmlUtils.htmlEscape(subject),
                        HtmlUtils.htmlEscape(greeting),
                        HtmlUtils.htmlEscape(body),
                        HtmlUtils.htmlEscape(link),
                        HtmlUtils.htmlEscape(linkText));
        return new OutgoingMail(
                id,
                null,
                0,
                employer.organisation(),
                from,
                registrar.address().value(),
                subject,
                greeting + "\n\n" + body + "\n\n" + linkText + ": " + link + "\n",
                html,
                locale.toLanguageTag());
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage("registration.reminder." + key, arguments, locale);
    }
}
