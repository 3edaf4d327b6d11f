package io.traject.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Engine.Shared.class)
class CommunicationDeliveryProcessTest {

    private final UUID mailId = UUID.randomUUID();
    private final Instance delivery;

    CommunicationDeliveryProcessTest(Engine engine) {
        delivery = engine.start(
                Messages.COMMUNICATION_DELIVERY_REQUESTED, mailId, Map.of(Variables.MAIL_ID, mailId.toString()));
    }

    @Test
    void shouldSendTheMailAndRecordWhatBecameOfIt() {
        delivery.completeJob(JobTypes.CLAIM_START, Map.of(Variables.CLAIMED, true));

        var mail = delivery.takeJob(JobTypes.SEND_MAIL);

        assertThat(mail.getVariablesAsMap())
                .containsEntry(Variables.MAIL_ID, mailId.toString())
                .doesNotContainKey(Variables.MAIL_GROUP);
        delivery.complete(mail, Map.of());
        delivery.completeJob(JobTypes.RECORD_DELIVERY);
        delivery.awaitEnd("Delivered");
    }

    @Test
    void shouldSendNothingWhenAnotherInstanceHasClaimedTheMail() {
        delivery.completeJob(JobTypes.CLAIM_START, Map.of(Variables.CLAIMED, false));

        delivery.awaitEnd("AlreadyStarted");
        assertThat(delivery.passed()).doesNotContain("SendMail");
    }

    @Test
    void shouldWaitAsAnIncidentWhenTheMailServerKeepsRefusing() {
        delivery.completeJob(JobTypes.CLAIM_START, Map.of(Variables.CLAIMED, true));

        delivery.failJob(JobTypes.SEND_MAIL);

        delivery.awaitIncident("SendMail");
    }
}
