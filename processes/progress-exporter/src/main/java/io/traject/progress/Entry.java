package io.traject.progress;

import io.camunda.zeebe.protocol.record.Record;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the exporter keeps of a record; the record itself is only valid during the call that hands it over.
 *
 * @param change null when the record only moves the position
 */
record Entry(long position, Instant timestamp, @Nullable Change change) {

    static Entry of(Record<?> record) {
        return new Entry(record.getPosition(), Instant.ofEpochMilli(record.getTimestamp()), Change.of(record));
    }
}
