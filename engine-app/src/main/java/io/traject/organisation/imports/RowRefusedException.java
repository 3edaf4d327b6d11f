package io.traject.organisation.imports;

/** A row can't be carried out as it was planned: what was begun for it is undone. */
final class RowRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    RowRefusedException(Problem problem) {
        super(problem.key(), null, false, false);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
