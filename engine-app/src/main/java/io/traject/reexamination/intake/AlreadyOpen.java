package io.traject.reexamination.intake;

import java.util.Collection;
import java.util.Set;

/** Knows for which residents a case of the same scheme is open. */
@FunctionalInterface
public interface AlreadyOpen {

    /**
     * @param asked at most {@link ResidentSheet#LOOKUP_SIZE}
     * @return those of the asked that have an open case
     */
    Set<BsnAndScheme> openOf(Collection<BsnAndScheme> asked);
}
