package io.traject.reexamination;

import io.traject.communication.Communication;
import io.traject.communication.Communications;
import io.traject.communication.RecordDelivery;
import io.traject.communication.TemplateKind;
import io.traject.events.DomainEvent;
import io.traject.events.DomainEventLog;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records what became of a reminder; once, however often it is told. */
@Service
public class RecordReminder {

    private static final int SLICE = 500;

    private final Communications communications;
    private final RecordDelivery recordDelivery;
    private final DomainEventLog events;

    RecordReminder(Communications communications, RecordDelivery recordDelivery, DomainEventLog events) {
        this.communications = communications;
        this.recordDelivery = recordDelivery;
        this.events = events;
    }

    @Transactional
    public void record(UUID mailId) {
        recordDelivery
                .record(mailId)
                .filter(mail -> mail.resendOf() == null)
                .map(RecordReminder::event)
                .ifPresent(events::record);
    }

    /** Those whose process went on before it could record them. */
    @Transactional
    public void recordLeft() {
        communications.unsettled(TemplateKind.REMINDER_MAIL, SLICE).forEach(this::record);
    }

    private static DomainEvent event(Communication reminder) {
        boolean sent = reminder.state() == Communication.State.SENT;
        return DomainEvent.ofCase(
                sent ? "re-examination.reminded" : "re-examination.reminderFailed",
                reminder.municipalityId(),
                reminder.caseId(),
                Map.of("reminder", reminder.occasion()));
    }
}
