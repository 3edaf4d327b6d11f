package io.traject.communication;

import java.util.List;

/** What became of a text that should be a template. */
public sealed interface Compilation {

    /** The text is a template. */
    record Compiled(CompiledTemplate template) implements Compilation {}

    /** The text has problems, all of which are named, in their order. */
    record Rejected(List<TemplateProblem> problems) implements Compilation {
        public Rejected {
            problems = List.copyOf(problems);
        }
    }
}
