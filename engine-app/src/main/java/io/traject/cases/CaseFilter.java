package io.traject.cases;

import java.util.Optional;
import java.util.UUID;

/**
 * Which cases of a list are wanted; what is empty doesn't matter.
 *
 * @param text beginnings of words of the number, the subject or the title, all of which must be there, in any order
 * @param employee whom they are about
 * @param employer whose employees they are about
 */
public record CaseFilter(
        Optional<UUID> batch,
        Optional<CaseState> state,
        Optional<CaseStage> stage,
        Optional<String> text,
        Optional<UUID> employee,
        Optional<UUID> employer) {

    public CaseFilter(
            Optional<UUID> batch, Optional<CaseState> state, Optional<CaseStage> stage, Optional<String> text) {
        this(batch, state, stage, text, Optional.empty(), Optional.empty());
    }

    public CaseFilter in(CaseState one) {
        return new CaseFilter(batch, Optional.of(one), stage, text, employee, employer);
    }

    public CaseFilter aboutEmployee(UUID one) {
        return new CaseFilter(batch, state, stage, text, Optional.of(one), employer);
    }

    public CaseFilter aboutEmployeesOf(UUID one) {
        return new CaseFilter(batch, state, stage, text, employee, Optional.of(one));
    }
}
