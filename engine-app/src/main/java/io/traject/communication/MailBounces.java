package io.traject.communication;

import io.traject.cases.Case;
import io.traject.cases.CaseDirectory;
import io.traject.cases.CaseStage;
import io.traject.events.DomainEvent;
import io.traject.events.DomainEventLog;
import io.traject.processes.Messages;
import io.traject.processes.Variables;
import io.traject.workers.engine.EngineCommands;
import io.traject.workers.engine.EngineMessage;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Mails that did not reach their addressee. While the case waits for data, its process asks somebody what to do. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class MailBounces {

    private final Communications communications;
    private final CaseDirectory cases;
    private final DomainEventLog events;
    private final EngineCommands engine;

    MailBounces(Communications communications, CaseDirectory cases, DomainEventLog events, EngineCommands engine) {
        this.communications = communications;
        this.cases = cases;
        this.events = events;
        this.engine = engine;
    }

    /**
     * The mail server refused a mail at once. Who was not invited by any other means is left behind with the batch, and
     * nobody is asked.
     */
    public void refused(Communication mail) {
        announce(mail, CaseStage.AWAITING_DATA);
    }

    /**
     * The mail server took a mail and sent it back later. Does nothing when that is known.
     *
     * @param words of the mail server
     * @return whether the mail is in the file of a case
     */
    public boolean bounced(UUID mailId, String words) {
        communications.recordBounce(mailId, words).ifPresent(mail -> announce(mail, CaseStage.CREATED));
        return communications.ofMail(mailId).isPresent();
    }

    private void announce(Communication mail, CaseStage earliest) {
        Case about = cases.get(mail.caseId());
        var event = DomainEvent.ofCase(
                "communication.bounced",
                mail.municipalityId(),
                mail.caseId(),
                Map.of(Variables.COMMUNICATION_ID, mail.id()));
        events.record(event);
        if (about.isOpen()
                && about.stage().compareTo(earliest) >= 0
                && about.stage().compareTo(CaseStage.AWAITING_DATA) <= 0) {
            engine.publish(List.of(new EngineMessage(
                    Messages.CASE_MAIL_BOUNCED,
                    mail.caseId(),
                    event.id(),
                    Map.of(Variables.COMMUNICATION_ID, mail.id()))));
        }
    }
}
