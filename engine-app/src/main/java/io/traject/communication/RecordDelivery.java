package io.traject.communication;

import io.traject.communication.Communication.State;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notes what became of a single mail or letter: it left, or the mail server refused it. */
@Service
public class RecordDelivery {

    private final Communications communications;
    private final MailBounces bounces;
    private final ApplicationEventPublisher publisher;

    RecordDelivery(Communications communications, MailBounces bounces, ApplicationEventPublisher publisher) {
        this.communications = communications;
        this.bounces = bounces;
        this.publisher = publisher;
    }

    /**
     * May be repeated; a mail that is in no file, such as a test mail, is left alone.
     *
     * @return the communication, when this was not known
     */
    @Transactional
    public Optional<Communication> record(UUID mailId) {
        Optional<Communication> news = communications.recordDelivery(mailId);
        news.ifPresent(this::announce);
        return news;
    }

    private void announce(Communication communication) {
        if (communication.state() == State.FAILED) {
            bounces.refused(communication);
        } else {
            publisher.publishEvent(new CommunicationLeft(communication.caseId(), communication.kind()));
        }
    }
}
