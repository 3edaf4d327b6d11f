package io.traject.reexamination;

import io.traject.communication.Channel;
import io.traject.communication.Communication;
import io.traject.communication.Communication.State;
import io.traject.communication.Communications;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * E-mail addresses that do not exist or send everything back, as far as the newest mail to them tells. No reminder goes
 * there until somebody has corrected the address, or a mail that was sent again arrived (C8).
 */
@Component
class BouncedAddresses {

    private final Communications communications;
    private final AddressCorrections corrections;

    BouncedAddresses(Communications communications, AddressCorrections corrections) {
        this.communications = communications;
        this.corrections = corrections;
    }

    /** Since when it is known; empty while mail arrives, as far as anybody knows. */
    Optional<Instant> since(UUID caseId) {
        Instant corrected = corrections.ofCase(caseId).stream()
                .filter(correction -> correction.part() == CaseResident.Part.EMAIL)
                .map(CaseResident.AddressCorrection::at)
                .findFirst()
                .orElse(Instant.MIN);
        return communications.ofCase(caseId).stream()
                .filter(sent -> sent.channel() == Channel.MAIL && sent.mailId() != null)
                .filter(sent -> sent.state() != State.PREPARED)
                .max(Comparator.comparing(Communication::createdAt))
                .filter(BouncedAddresses::cameBack)
                .filter(mail -> mail.createdAt().isAfter(corrected))
                .map(mail -> mail.sentAt() == null ? mail.createdAt() : mail.sentAt());
    }

    private static boolean cameBack(Communication mail) {
        return mail.state() == State.BOUNCED
                || mail.state() == State.FAILED && BounceReason.of(mail.failureDetail()) == BounceReason.ADDRESS;
    }
}
