package io.traject.platform;

import org.jspecify.annotations.Nullable;

/** Why the platform can't start, in one line for the person at the console. The log has the cause. */
public final class PlatformFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PlatformFailure(String message) {
        super(message);
    }

    public PlatformFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
