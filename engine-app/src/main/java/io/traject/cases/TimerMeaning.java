package io.traject.cases;

import java.time.Instant;
import java.util.UUID;

/** Whether the timers of processes will do anything; a room that knows of one that will not declares a bean. */
public interface TimerMeaning {

    /**
     * @param businessKey id of what the process is about, which the actor may see
     * @param step id of the element that waits
     */
    boolean counts(UUID businessKey, String step, Instant dueAt);
}
