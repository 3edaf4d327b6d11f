package io.traject.reexamination;

import io.traject.access.Actor;
import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.Refusal;
import io.traject.kernel.RefusedException;
import io.traject.reexamination.intake.CheckContext;
import io.traject.reexamination.intake.ResidentSheet;
import io.traject.reexamination.intake.SheetReading;
import io.traject.sheets.FileError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Takes in a spreadsheet of residents: reads it, checks every cell, and keeps it as a batch. The same file for the same
 * municipality is the same batch (C3). Nothing is created from a file with errors.
 */
@Service
public class UploadResidents {

    private final Authorization authorization;
    private final UploadedSheets sheets;
    private final Residents residents;
    private final BusinessTime time;
    private final ReExaminationProduct product;

    UploadResidents(
            Authorization authorization,
            UploadedSheets sheets,
            Residents residents,
            BusinessTime time,
            ReExaminationProduct product) {
        this.authorization = authorization;
        this.sheets = sheets;
        this.residents = residents;
        this.time = time;
        this.product = product;
    }

    /** What became of an upload. */
    public sealed interface Upload {

        /** Kept as a batch that was checked or rejected. */
        record Accepted(UUID batchId) implements Upload {}

        /** The same file is there already. */
        record AlreadyThere(UUID batchId) implements Upload {}

        /** Not a spreadsheet of residents; nothing was kept. */
        record Unreadable(List<FileError> errors) implements Upload {}
    }

    /**
     * @param file on disk; the caller deletes it
     * @param fileName as the user knows it; for display only
     * @throws RefusedException with {@code product-off}
     */
    public Upload upload(Path file, String fileName) throws IOException {
        UUID municipality = authorization.organisation(Permission.RE_EXAMINATION_RUN);
        if (!product.isOn(municipality)) {
            throw new RefusedException(Refusal.of("product-off"));
        }
        Actor actor = authorization.actor();
        String sha256 = sha256(file);
        Optional<UUID> known = sheets.find(municipality, sha256);
        return known.isPresent()
                ? new Upload.AlreadyThere(known.get())
                : read(file, fileName, municipality, actor, sha256);
    }

    private Upload read(Path file, String fileName, UUID municipality, Actor actor, String sha256) throws IOException {
        var context = new CheckContext(time.today(), asked -> residents.withOpenCase(municipality, asked));
        return switch (ResidentSheet.read(file, context)) {
            case SheetReading.Unreadable(var errors) -> new Upload.Unreadable(errors);
            case SheetReading.Checked checked ->
                sheets.keep(municipality, actor, fileName, sha256, checked)
                        .<Upload>map(Upload.Accepted::new)
                        .or(() -> sheets.find(municipality, sha256).map(Upload.AlreadyThere::new))
                        .orElseThrow();
        };
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[8192];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
