package io.traject.workers.mail;

import io.traject.processes.Messages;
import io.traject.processes.Variables;
import io.traject.workers.engine.EngineCommands;
import io.traject.workers.engine.ProcessStart;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sends mails one by one, each by a process of its own: those that no other process sends. */
@Component
public class SingleMails {

    private final MailOutbox outbox;
    private final EngineCommands engine;

    SingleMails(MailOutbox outbox, EngineCommands engine) {
        this.outbox = outbox;
        this.engine = engine;
    }

    /** Writes a mail and has it sent after the caller's transaction; one with the same id is sent once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(OutgoingMail mail) {
        outbox.add(List.of(mail));
        deliver(mail.id());
    }

    /** Has a mail sent that is in the outbox already. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void deliver(UUID mailId) {
        engine.start(List.of(new ProcessStart(
                Messages.COMMUNICATION_DELIVERY_REQUESTED, mailId, mailId, Map.of(Variables.MAIL_ID, mailId))));
    }
}
