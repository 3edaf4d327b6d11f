package io.traject.organisation.imports;

import io.traject.access.Actor;
import io.traject.access.Authorization;
import io.traject.kernel.Outcome;
import io.traject.sheets.Workbook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes in the spreadsheet of an organisation; it is checked in the background. */
@Service
public class UploadOrganisation {

    private final Imports imports;
    private final ImportDirectory directory;
    private final ImportTrail trail;
    private final ImportSchedule.Starter starter;
    private final Authorization authorization;
    private final TransactionTemplate transaction;

    UploadOrganisation(
            Imports imports,
            ImportDirectory directory,
            ImportTrail trail,
            ImportSchedule.Starter starter,
            Authorization authorization,
            TransactionTemplate transaction) {
        this.imports = imports;
        this.directory = directory;
        this.trail = trail;
        this.starter = starter;
        this.authorization = authorization;
        this.transaction = transaction;
    }

    /**
     * Keeps the file. The same file of the same person is the same import for as long as that is under way. Refused with
     * {@code import-too-large}.
     *
     * @param file on disk; the caller deletes it
     * @param fileName as the user knows it; for display only
     */
    public Outcome<UUID> upload(Path file, String fileName) throws IOException {
        UUID organisation = directory.organisation();
        if (Files.size(file) > Workbook.MAX_FILE) {
            return Outcome.refused("import-too-large", Workbook.MAX_FILE >> 20);
        }
        Actor actor = authorization.actor();
        byte[] content = Files.readAllBytes(file);
        String sha256 = sha256(content);
        return Outcome.done(transaction.execute(status -> {
            Optional<UUID> kept = imports.keep(organisation, actor, fileName, sha256, content);
            kept.ifPresent(id -> {
                trail.uploaded(id, organisation);
                starter.check(id);
            });
            return kept.or(() -> imports.underWay(organisation, actor.id(), sha256))
                    .orElseThrow();
        }));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
