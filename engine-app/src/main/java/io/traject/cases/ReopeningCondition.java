package io.traject.cases;

import io.traject.kernel.Refusal;
import java.util.Optional;

/** What a room must have before a case is open again; each room with such a condition declares a bean. */
public interface ReopeningCondition {

    /** Secures it for the case, in the transaction of the reopening. @return why that is not possible */
    Optional<Refusal> secure(Case reopened);
}
