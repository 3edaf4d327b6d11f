package io.traject.progress;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The life of a process instance or of one of its elements. It begins with the first step of activation, where a
 * failing input mapping or a start listener may hold it up.
 *
 * @param startedAt null when the record doesn't tell
 */
record Life(
        String state,
        @Nullable OffsetDateTime startedAt,
        @Nullable OffsetDateTime endedAt) {

    /** Null for a step in between. */
    static @Nullable Life of(Record<?> record) {
        return switch ((ProcessInstanceIntent) record.getIntent()) {
            case ELEMENT_ACTIVATING -> new Life("ACTIVE", Columns.time(record), null);
            case ELEMENT_MIGRATED -> new Life("ACTIVE", null, null);
            case ELEMENT_COMPLETED -> new Life("COMPLETED", null, Columns.time(record));
            case ELEMENT_TERMINATED -> new Life("TERMINATED", null, Columns.time(record));
            default -> null;
        };
    }

    Life after(Life earlier) {
        return new Life(state, earlier.startedAt, endedAt);
    }
}
