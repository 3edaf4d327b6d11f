package io.traject.access.audit;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Which lines of a log are wanted.
 *
 * @param person who did it, or for whom it was done
 * @param who words of a name, or a username
 * @param object id of an object or file, or how people name it
 * @param kind of object or file
 * @param what was done, or looked at
 * @param from the first day
 * @param until the last day
 */
public record LogFilter(
        Optional<UUID> person,
        Optional<String> who,
        Optional<String> object,
        Optional<String> kind,
        Optional<String> what,
        Optional<LocalDate> from,
        Optional<LocalDate> until) {}
