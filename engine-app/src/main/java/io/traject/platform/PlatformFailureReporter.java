package io.traject.platform;

import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.annotation.Order;

/** Tells in one line on the console why the start failed; the cause goes to the log alone. */
@Order(0)
final class PlatformFailureReporter implements SpringBootExceptionReporter {

    @Override
    public boolean reportException(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PlatformFailure) {
                return report(String.valueOf(cause.getMessage()));
            }
            if (cause instanceof PortInUseException port) {
                return report(
                        "Port %d is in use by another program. Stop it, or set SERVER_PORT.".formatted(port.getPort()));
            }
        }
        return false;
    }

    @SuppressWarnings("SystemOut")
    private static boolean report(String line) {
        System.err.println("Traject did not start: " + line);
        return true;
    }
}
