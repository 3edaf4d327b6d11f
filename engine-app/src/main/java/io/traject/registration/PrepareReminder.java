package io.traject.registration;

import io.traject.access.UserDirectory;
import io.traject.kernel.EmailAddress;
import io.traject.kernel.Language;
import io.traject.kernel.MailLanguages;
import io.traject.organisation.employers.Employer;
import io.traject.organisation.employers.RemindOfEmployer;
import io.traject.organisation.employers.RemindOfEmployer.Answer;
import io.traject.workers.mail.MailOutbox;
import io.traject.workers.mail.OutgoingMail;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.HtmlUtils;

/** Reminds whoever worked on an employer last, or else who drafted it, that it still waits. */
@Service("registrationPrepareReminder")
public class PrepareReminder {

    private final RemindOfEmployer reminders;
    private final UserDirectory users;
    private final MailLanguages languages;
    private final MailOutbox outbox;
    private final MessageSource messages;
    private final String publicUrl;
    private final String from;

    PrepareReminder(
            RemindOfEmployer reminders,
            UserDirectory users,
            MailLanguages languages,
            MailOutbox outbox,
            MessageSource messages,
            @Value("${traject.public-url}") String publicUrl,
            @Value("${traject.mail.from}") String from) {
        this.reminders = reminders;
        this.users = users;
        this.languages = languages;
        this.outbox = outbox;
        this.messages = messages;
        this.publicUrl = publicUrl;
        this.from = from;
    }

    /**
     * What became of a reminder that was due.
     *
     * @param mail that was written; empty when the employer does not rest, or nobody has an address
     * @param restsUntil when the next one is due
     */
    public record Prepared(Optional<UUID> mail, Instant restsUntil) {}

    /** Asked again for the same moment, the answer is the same and nothing is written twice. */
    @Transactional
    public Prepared prepare(UUID employerId, Instant dueAt) {
        Instant due = dueAt.truncatedTo(ChronoUnit.MICROS); // as the database keeps it
        return switch (reminders.whenDue(employerId, due)) {
            case Answer.Leave(Instant next) -> new Prepared(Optional.empty(), next);
            case Answer.Remind(Employer employer, Instant next) ->
                new Prepared(
                        registrar(employer).map(registrar -> {
                            OutgoingMail mail = mail(employer, registrar, due);
                            outbox.add(List.of(mail));
                            return mail.id();
                        }),
                        next);
        };
    }

    private record Registrar(String name, EmailAddress address, Language language) {}

    private Optional<Registrar> registrar(Employer employer) {
        return Stream.of(employer.workedOnBy(), employer.draftedBy())
                .flatMap(user -> users.find(user).stream())
                .flatMap(user -> user.email().stream()
                        .map(address -> new Registrar(
                                user.displayName(),
                                address,
                                languages.of(address, Optional.of(employer.organisation()), user.chosenLanguage()))))
                .findFirst();
    }

    private OutgoingMail mail(Employer employer, Registrar registrar, Instant due) {
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
                UUID.nameUUIDFromBytes(
                        ("employer-rests:" + employer.id() + ":" + due).getBytes(StandardCharsets.UTF_8)),
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
