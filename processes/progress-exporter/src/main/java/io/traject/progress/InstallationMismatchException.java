package io.traject.progress;

import java.util.UUID;

/** The database holds the projection of another engine. */
final class InstallationMismatchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InstallationMismatchException(UUID inDatabase, UUID expected) {
        super(
                "The database belongs to installation %s, this engine to %s. Nothing is exported until they agree: connect the engine to its own database, or restore the two from the same backup."
                        .formatted(inDatabase, expected));
    }
}
