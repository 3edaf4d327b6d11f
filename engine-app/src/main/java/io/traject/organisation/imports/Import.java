package io.traject.organisation.imports;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A spreadsheet that was uploaded, and how far it has come.
 *
 * @param organisation for which
 * @param fileName as the user knows it; for display only
 * @param uploader by name
 * @param confirmer by name; empty until somebody agreed
 * @param rows that the file has; 0 while that is not known
 * @param checked how many of them have been compared with what is there
 * @param problems why the file can't be imported
 * @param settledAt when it was last finished with: checked, done, cancelled or found unreadable
 */
public record Import(
        UUID id,
        UUID organisation,
        ImportState state,
        String fileName,
        UUID uploadedBy,
        String uploader,
        Instant uploadedAt,
        Optional<UUID> confirmedBy,
        Optional<String> confirmer,
        int rows,
        int checked,
        List<Problem> problems,
        Optional<Instant> settledAt) {

    public Import {
        problems = List.copyOf(problems);
    }
}
