package io.traject.kernel;

import java.util.List;
import java.util.Optional;

/**
 * One thing that must be right before people can work; the set-up check page shows them all. Each room contributes its own
 * as beans, in the order of {@link org.springframework.core.annotation.Order}.
 */
public interface SetUpCheck {

    /** Message key of what is looked at, in a few words. */
    String titleKey();

    /** Looks now. Answers within a second. */
    Finding look();

    /** How it is. */
    enum State {
        OK,
        /** People can work, but not all of it, or not for real. */
        WARNING,
        /** Something that people need is not there. */
        MISSING
    }

    /**
     * What was found.
     *
     * @param messageKey of a sentence that says how it is and, unless it is right, how to mend it
     * @param arguments of that sentence
     * @param path of the page where it is mended
     */
    record Finding(State state, String messageKey, List<Object> arguments, Optional<String> path) {

        public Finding {
            arguments = List.copyOf(arguments);
        }

        public static Finding ok(String messageKey, Object... arguments) {
            return new Finding(State.OK, messageKey, List.of(arguments), Optional.empty());
        }

        public static Finding warning(String messageKey, Object... arguments) {
            return new Finding(State.WARNING, messageKey, List.of(arguments), Optional.empty());
        }

        public static Finding missing(String messageKey, Object... arguments) {
            return new Finding(State.MISSING, messageKey, List.of(arguments), Optional.empty());
        }

        public Finding mendedAt(String page) {
            return new Finding(state, messageKey, arguments, Optional.of(page));
        }
    }
}
