package io.traject.triggers.log;

import io.traject.triggers.running.Firing.Stop;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * That a trigger fired, with what became of its actions.
 *
 * @param name of the trigger when that version was published
 * @param version number of the version
 * @param deleted whether the trigger is gone from the list
 * @param actions in their order, also those that are still to be done
 */
public record LoggedFiring(
        UUID id,
        UUID trigger,
        String name,
        int version,
        boolean deleted,
        Optional<Stop> stopped,
        List<LoggedAction> actions) {

    public LoggedFiring {
        actions = List.copyOf(actions);
    }

    /** How far it is as a whole. */
    public enum State {
        /** Everything was done, or skipped by somebody. */
        DONE,
        /** There is more to be done. */
        UNDER_WAY,
        /** An action was refused or failed; those after it wait. */
        FAILED,
        /** Nothing was done, so that it doesn't go round for ever. */
        STOPPED
    }

    public State state() {
        if (stopped.isPresent()) {
            return State.STOPPED;
        }
        if (actions.stream().anyMatch(action -> action.state() == LoggedAction.State.FAILED)) {
            return State.FAILED;
        }
        return actions.stream().anyMatch(action -> action.state() == LoggedAction.State.WAITING)
                ? State.UNDER_WAY
                : State.DONE;
    }
}
