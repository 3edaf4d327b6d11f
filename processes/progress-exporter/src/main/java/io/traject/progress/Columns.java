package io.traject.progress;

import io.camunda.zeebe.protocol.record.Record;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The engine's values as PostgreSQL takes them. */
final class Columns {

    private Columns() {}

    static OffsetDateTime time(Record<?> record) {
        return time(record.getTimestamp());
    }

    static OffsetDateTime time(long epochMillis) {
        return Instant.ofEpochMilli(epochMillis).atOffset(ZoneOffset.UTC);
    }

    /** The engine writes -1 for "none". */
    static @Nullable Long keyOrNull(long key) {
        return key < 0 ? null : key;
    }

    /** PostgreSQL refuses the character NUL in a text. */
    static String text(String text, int maximum) {
        String clean = text.replace("\0", "");
        return clean.length() <= maximum ? clean : clean.substring(0, maximum);
    }
}
