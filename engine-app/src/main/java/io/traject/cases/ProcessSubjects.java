package io.traject.cases;

import java.util.Optional;
import java.util.UUID;

/** The things of a room that processes are about; each room with such things declares a bean. */
public interface ProcessSubjects {

    /** The id of the process that the thing has; empty when there is no such thing, or the actor may not see it. */
    Optional<String> processOf(UUID businessKey);
}
