package io.traject.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What happened in the engine so far, in order. */
record Trace(Path file) {

    /**
     * One event.
     *
     * @param event value type and intent, {@code USER_TASK.CREATED}
     * @param subject the element's id; of a start message its correlation key, of a timer when it is due
     */
    record Line(String event, long key, long processInstanceKey, String subject) {

        private static Line parse(String text) {
            String[] parts = text.split(" ", 4);
            return new Line(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2]), parts[3]);
        }

        @Override
        public String toString() {
            return event + " " + key + " " + processInstanceKey + " " + subject;
        }
    }

    Stream<Line> lines() {
        try {
            String text = Files.readString(file);
            String complete = text.substring(0, text.lastIndexOf('\n') + 1);
            return complete.lines().map(Line::parse);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Line> of(long processInstanceKey) {
        return lines().filter(line -> line.processInstanceKey() == processInstanceKey)
                .toList();
    }
}
