package io.traject.workers.mail;

import java.util.Map;
import java.util.UUID;

/** Which mails of the outbox a job is about. */
sealed interface MailSelection {

    record One(UUID id) implements MailSelection {}

    /** Part of a group; {@code to} is exclusive. */
    record Range(UUID group, int from, int to) implements MailSelection {}

    default String condition() {
        return switch (this) {
            case One one -> "id = :id";
            case Range range -> "group_id = :group and group_index >= :from and group_index < :to";
        };
    }

    default Map<String, Object> parameters() {
        return switch (this) {
            case One(var id) -> Map.of("id", id);
            case Range(var group, var from, var to) -> Map.of("group", group, "from", from, "to", to);
        };
    }
}
