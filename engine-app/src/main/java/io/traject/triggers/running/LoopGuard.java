package io.traject.triggers.running;

import io.traject.triggers.running.Firing.Stop;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Stops what goes round: by how many events led to an event, and by how often a trigger fired for the same thing within an
 * hour, since a process or a person in between hides the way. Whoever edits triggers sees what was stopped.
 */
@Component
class LoopGuard {

    static final int DEEPEST = 5;
    static final int MOST_OFTEN = 20;
    static final Duration WITHIN = Duration.ofHours(1);

    private final Firings firings;

    LoopGuard(Firings firings) {
        this.firings = firings;
    }

    Firing judge(Firing firing) {
        if (firing.depth() >= DEEPEST) {
            return firing.stopped(Stop.DEPTH);
        }
        return firings.count(firing.trigger(), firing.subject(), firing.at().minus(WITHIN), MOST_OFTEN) >= MOST_OFTEN
                ? firing.stopped(Stop.RATE)
                : firing;
    }
}
