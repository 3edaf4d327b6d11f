package io.traject.reexamination;

import io.traject.cases.Case;
import io.traject.cases.CaseLifeCycle;
import io.traject.communication.Communication;
import io.traject.communication.Communications;
import io.traject.communication.NewCommunication;
import io.traject.communication.Sender;
import io.traject.communication.TemplateKind;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.MailLanguages;
import io.traject.organisation.MunicipalityDirectory;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes a reminder to a resident whose data is missing (C8), if there is to be one: decided now, by what holds now. Each
 * reminder of a case is written once.
 */
@Service
public class PrepareReminder {

    private static final TemplateKind KIND = TemplateKind.REMINDER_MAIL;

    private final CaseLifeCycle cases;
    private final Residents residents;
    private final ReminderSwitch reminders;
    private final BouncedAddresses bounced;
    private final Communications communications;
    private final InvitationTemplates templates;
    private final InvitationTexts texts;
    private final MailLanguages mailLanguages;
    private final MunicipalityDirectory municipalities;
    private final BusinessTime time;

    PrepareReminder(
            CaseLifeCycle cases,
            Residents residents,
            ReminderSwitch reminders,
            BouncedAddresses bounced,
            Communications communications,
            InvitationTemplates templates,
            InvitationTexts texts,
            MailLanguages mailLanguages,
            MunicipalityDirectory municipalities,
            BusinessTime time) {
        this.cases = cases;
        this.residents = residents;
        this.reminders = reminders;
        this.bounced = bounced;
        this.communications = communications;
        this.templates = templates;
        this.texts = texts;
        this.mailLanguages = mailLanguages;
        this.municipalities = municipalities;
        this.time = time;
    }

    /**
     * @param reminder which one, from 1
     * @return the mail to be sent; a repeat answers the same one
     * @throws IllegalStateException when the municipality has no template for it
     */
    @Transactional
    public Optional<UUID> prepare(UUID caseId, int reminder) {
        return cases.awaitingData(caseId)
                .filter(open -> open.dueAt().isAfter(time.now()))
                .flatMap(open -> written(caseId, reminder).or(() -> write(open, reminder)));
    }

    private Optional<UUID> written(UUID caseId, int reminder) {
        return communications.find(caseId, KIND, reminder).map(Communication::mailId);
    }

    private Optional<UUID> write(Case about, int reminder) {
        if (!reminders.isOn(about.organisation()) || bounced.since(about.id()).isPresent()) {
            return Optional.empty();
        }
        residents
                .ofCase(about.id())
                .filter(resident -> resident.preference().byMail())
                .filter(resident -> resident.emailAddress().isPresent())
                .ifPresent(resident -> communications.prepare(List.of(reminder(about, resident, reminder))));
        return written(about.id(), reminder);
    }

    private NewCommunication reminder(Case about, Resident resident, int reminder) {
        var template = resident.mailbox()
                .map(to -> mailLanguages.of(to, Optional.of(about.organisation()), Optional.empty()))
                .map(language -> templates.get(about.organisation(), KIND, language))
                .orElseGet(() -> templates.get(about.organisation(), KIND));
        var sender = Sender.of(municipalities.get(about.organisation()));
        Resident now = resident.withFinalDate(time.lastDayBefore(about.dueAt()));
        return NewCommunication.single(
                about.id(),
                about.organisation(),
                template.template(),
                template.number(),
                reminder,
                texts.content(now, template, sender, time.today()));
    }
}
