package io.traject.triggers.editing;

import io.traject.rules.triggers.Condition;
import io.traject.rules.triggers.Explanation;
import io.traject.triggers.editing.RuleWords.Teller;
import io.traject.triggers.editing.VersionDifference.GroupWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What became of a part of the conditions, in words.
 *
 * @param depth how deep it lies in others, from 0
 * @param comparison whether it is one, or else a group
 * @param seen the value that its field had; empty for none, and for a group
 * @param before what it was before the event; empty when it had none or did not change
 * @param hidden whether the reader may not know what it had
 */
public record ExplainedLine(
        int depth,
        String text,
        boolean holds,
        boolean comparison,
        Optional<String> seen,
        Optional<String> before,
        boolean hidden) {

    /** The whole, a group before what is in it. @param medical whether the reader may see medical data */
    public static List<ExplainedLine> of(Explanation explanation, Teller teller, GroupWords groups, boolean medical) {
        List<ExplainedLine> lines = new ArrayList<>();
        new Lines(teller, groups, medical, lines).add(explanation, false, explanation.holds(), 0);
        return List.copyOf(lines);
    }

    private record Lines(Teller teller, GroupWords groups, boolean medical, List<ExplainedLine> lines) {

        /** A negation and what it negates are one line, which holds when the negation does. */
        void add(Explanation explanation, boolean negated, boolean holds, int depth) {
            String not = negated ? "not." : "";
            switch (explanation.condition()) {
                case Condition.All all -> group(explanation, groups.of(not + "ALL"), holds, depth);
                case Condition.Any any -> group(explanation, groups.of(not + "ANY"), holds, depth);
                case Condition.Not none -> add(explanation.parts().getFirst(), !negated, holds, depth);
                case Condition.Test test -> comparison(explanation, test, negated, holds, depth);
            }
        }

        private void group(Explanation explanation, String text, boolean holds, int depth) {
            lines.add(new ExplainedLine(depth, text, holds, false, Optional.empty(), Optional.empty(), false));
            explanation.parts().forEach(part -> add(part, false, part.holds(), depth + 1));
        }

        private void comparison(
                Explanation explanation, Condition.Test test, boolean negated, boolean holds, int depth) {
            boolean hidden = !medical && MedicalFields.includes(test.field());
            lines.add(new ExplainedLine(
                    depth,
                    teller.condition(negated ? new Condition.Not(test) : test),
                    holds,
                    true,
                    hidden ? Optional.empty() : teller.seen(test.field(), explanation.seen()),
                    hidden ? Optional.empty() : teller.seen(test.field(), explanation.seenBefore()),
                    hidden));
        }
    }
}
