package io.traject.communication;

import io.traject.cases.Case;
import io.traject.cases.CaseDirectory;
import io.traject.kernel.NotFoundException;
import io.traject.workers.mail.MailOutbox;
import io.traject.workers.mail.OutgoingMail;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The communications in the file of a case that the actor may see (C7). */
@Service
@Transactional(readOnly = true)
public class FileOfCase {

    private final CaseDirectory cases;
    private final Communications communications;
    private final Letters letters;
    private final MailOutbox outbox;

    FileOfCase(CaseDirectory cases, Communications communications, Letters letters, MailOutbox outbox) {
        this.cases = cases;
        this.communications = communications;
        this.letters = letters;
        this.outbox = outbox;
    }

    /** A communication with the case that it belongs to. */
    public record Entry(Case aCase, Communication communication) {}

    /**
     * The newest first.
     *
     * @throws NotFoundException when the actor may not see the case
     */
    public List<Communication> communications(UUID caseId) {
        return communications.ofCase(cases.get(caseId).id());
    }

    /** @throws NotFoundException when there is no such communication, or the actor may not see the case */
    public Entry entry(UUID caseId, UUID communicationId) {
        Case aCase = cases.get(caseId);
        return new Entry(aCase, communications.find(caseId, communicationId).orElseThrow(NotFoundException::new));
    }

    /** The mail as it went out. @throws NotFoundException when the communication is none */
    public OutgoingMail mail(Communication communication) {
        UUID mailId = communication.mailId();
        if (mailId == null) {
            throw new NotFoundException();
        }
        return outbox.mail(mailId).orElseThrow(NotFoundException::new);
    }

    /** The letter as PDF. @throws NotFoundException when the communication has none */
    public byte[] letter(Communication communication) {
        return letters.pdf(communication.id()).orElseThrow(NotFoundException::new);
    }
}
