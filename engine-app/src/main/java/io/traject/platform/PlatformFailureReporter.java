package io.traject.platform;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.logging.LoggingSystemProperty;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.annotation.Order;

/** Tells in one line on the console why the start failed, and where the log is; the cause goes to the log alone. */
@Order(0)
final class PlatformFailureReporter implements SpringBootExceptionReporter {

    private static final Logger log = LoggerFactory.getLogger(PlatformFailureReporter.class);

    @Override
    @SuppressWarnings("SystemOut")
    public boolean reportException(Throwable failure) {
        Optional<String> reason = reason(failure);
        if (reason.isEmpty()) {
            return false;
        }
        String logFile = System.getProperty(LoggingSystemProperty.LOG_FILE.getEnvironmentVariableName());
        if (logFile == null) {
            System.err.println("Traject did not start: " + reason.get());
        } else {
            log.debug("The start failed", failure);
            System.err.println("Traject did not start: " + reason.get() + " Log: " + logFile);
        }
        return true;
    }

    private static Optional<String> reason(@Nullable Throwable failure) {
        if (failure == null) {
            return Optional.empty();
        }
        return switch (failure) {
            case PlatformFailure known -> Optional.of(String.valueOf(known.getMessage()));
            case PortInUseException port ->
                Optional.of("Port %d is in use by another program. Stop it, or set SERVER_PORT to another port."
                        .formatted(port.getPort()));
            default -> reason(failure.getCause());
        };
    }
}
