package io.traject.sheets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.web.multipart.MultipartFile;

/**
 * An uploaded file on disk for as long as it is read.
 *
 * @param name as the user knows it, without any folders; for display only
 */
public record UploadedFile(Path path, String name) implements AutoCloseable {

    private static final int NAME_LENGTH = 200;

    public static UploadedFile of(MultipartFile file) throws IOException {
        Path path = Files.createTempFile("upload", ".xlsx");
        file.transferTo(path);
        return new UploadedFile(
                path, displayName(file.getOriginalFilename() == null ? "" : file.getOriginalFilename()));
    }

    private static String displayName(String sent) {
        String name = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "");
        return name.substring(0, Math.min(name.length(), NAME_LENGTH));
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
