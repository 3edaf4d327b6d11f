package io.traject.workers.engine;

/** The engine did not do what was asked, or could not be asked. */
public final class EngineException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What a caller can go by. */
    public enum Reason {
        /** There is no such thing, or no longer. */
        NOT_FOUND,
        /** The engine has too much to do. */
        OVERLOADED,
        /** The engine is away or not ready. */
        UNAVAILABLE,
        /** The request is refused as it is. */
        REFUSED
    }

    private final Reason reason;

    public EngineException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public EngineException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
