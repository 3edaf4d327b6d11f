package io.traject.kernel;

/** There is no such thing, or the caller may not see it: the two are not told apart. REST and pages answer 404. */
public final class NotFoundException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotFoundException() {
        super("not found", null, false, false);
    }
}
