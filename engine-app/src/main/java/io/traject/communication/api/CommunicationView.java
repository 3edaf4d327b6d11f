package io.traject.communication.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.traject.communication.Channel;
import io.traject.communication.Communication;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A mail or letter.
 *
 * @param kind what it is for, such as {@code invitation-letter}
 * @param channel {@code mail} or {@code letter}
 * @param state {@code prepared}, {@code sent} (a letter: ready to be posted), {@code bounced} (the mail came back) or
 *     {@code failed}
 * @param resendOf id of the one that it repeats
 * @param failure why it failed: a stable code
 * @param letter where the PDF is
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record CommunicationView(
        UUID id,
        String kind,
        String channel,
        String language,
        String subject,
        String state,
        Optional<String> failure,
        Instant createdAt,
        Optional<Instant> sentAt,
        Optional<UUID> resendOf,
        Optional<String> letter) {

    static CommunicationView of(Communication communication) {
        return new CommunicationView(
                communication.id(),
                communication.kind().code(),
                communication.channel().name().toLowerCase(Locale.ROOT),
                communication.language().code(),
                communication.subject(),
                communication.state().name().toLowerCase(Locale.ROOT),
                Optional.ofNullable(communication.failureCode()),
                communication.createdAt(),
                Optional.ofNullable(communication.sentAt()),
                Optional.ofNullable(communication.resendOf()),
                communication.channel() == Channel.LETTER && communication.fileName() != null
                        ? Optional.of("/api/v1/cases/" + communication.caseId() + "/communications/"
                                + communication.id() + "/letter.pdf")
                        : Optional.empty());
    }
}
