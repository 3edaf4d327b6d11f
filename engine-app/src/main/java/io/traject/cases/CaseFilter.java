package io.traject.cases;

import java.util.Optional;
import java.util.UUID;

/**
 * Which cases of a list are wanted; what is empty doesn't matter.
 *
 * @param text beginnings of words of the number or the subject, all of which must be there, in any order
 */
public record CaseFilter(
        Optional<UUID> batch, Optional<CaseState> state, Optional<CaseStage> stage, Optional<String> text) {}
