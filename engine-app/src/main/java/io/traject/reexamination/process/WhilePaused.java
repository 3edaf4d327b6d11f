package io.traject.reexamination.process;

import io.traject.workers.engine.JobOutcome;
import java.time.Duration;

/** What a job of a paused dispatch answers: it comes back, until somebody resumes the dispatch. */
final class WhilePaused {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private WhilePaused() {}

    static JobOutcome later() {
        return JobOutcome.later(LOOK_AGAIN, "The dispatch is paused");
    }
}
