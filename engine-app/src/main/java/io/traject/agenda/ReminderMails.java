package io.traject.agenda;

import io.traject.kernel.EmailAddress;
import io.traject.kernel.Ids;
import io.traject.kernel.Language;
import io.traject.kernel.MailLanguages;
import io.traject.kernel.NotFoundException;
import io.traject.organisation.employees.Employee;
import io.traject.web.PlainHtml;
import io.traject.workers.mail.OutgoingMail;
import io.traject.workers.mail.SingleMails;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes the mail that reminds of an appointment, in the language of the address (A3). */
@Component
class ReminderMails {

    private final ConsultationTypes types;
    private final MailLanguages languages;
    private final SingleMails mails;
    private final MessageSource messages;
    private final String from;

    ReminderMails(
            ConsultationTypes types,
            MailLanguages languages,
            SingleMails mails,
            MessageSource messages,
            @Value("${traject.mail.from}") String from) {
        this.types = types;
        this.languages = languages;
        this.mails = mails;
        this.messages = messages;
        this.from = from;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void send(Appointment appointment, Employee employee, EmailAddress to) {
        Language language = languages.of(
                to, Optional.of(appointment.organisation()), employee.details().language());
        String what = types.findById(appointment.consultationType())
                .orElseThrow(NotFoundException::new)
                .name()
                .in(language);
        String when = AppointmentTexts.start(appointment.when().start(), language);
        String subject = text(language, "subject", when);
        List<String> lines = Stream.of(
                        Optional.of(text(language, "greeting", employee.name().full())),
                        Optional.of(text(language, "what", what, when)),
                        appointment.when().place().map(place -> text(language, "place", place)),
                        Optional.of(text(language, "prevented")))
                .flatMap(Optional::stream)
                .toList();
        Locale locale = language.locale();
        mails.send(new OutgoingMail(
                Ids.next(),
                null,
                0,
                appointment.organisation(),
                from,
                to.value(),
                subject,
                String.join("\n\n", lines) + "\n",
                PlainHtml.document(
                        subject,
                        locale,
                        lines.stream().map(PlainHtml::paragraph).toList()),
                locale.toLanguageTag()));
    }

    private String text(Language language, String key, Object... arguments) {
        return messages.getMessage("agenda.reminder.mail." + key, arguments, language.locale());
    }
}
