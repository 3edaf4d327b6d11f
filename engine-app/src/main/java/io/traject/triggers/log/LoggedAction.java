package io.traject.triggers.log;

import io.traject.triggers.running.MendFirings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What became of an action.
 *
 * @param position from 0
 * @param kind empty while nobody tried it
 * @param code of the text {@code trigger.done.<code>} or {@code refusal.<code>}; {@code fault} for a fault; empty while nobody
 *     tried it
 * @param arguments ids and codes that belong to the text
 * @param attempts how often it was tried
 * @param at when last
 */
public record LoggedAction(
        int position,
        State state,
        String kind,
        String code,
        List<String> arguments,
        int attempts,
        Optional<Instant> at) {

    public LoggedAction {
        arguments = List.copyOf(arguments);
    }

    /** How far it is. */
    public enum State {
        WAITING,
        DONE,
        FAILED,
        SKIPPED
    }

    /** Whether it was not done, and the engine will try it again unless somebody skips it. */
    public boolean triedAgainByItself() {
        return state == State.FAILED && attempts < MendFirings.TRIED_BY_ITSELF;
    }

    static LoggedAction waiting(int position) {
        return new LoggedAction(position, State.WAITING, "", "", List.of(), 0, Optional.empty());
    }
}
