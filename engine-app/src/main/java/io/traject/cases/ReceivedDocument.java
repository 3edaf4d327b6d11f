package io.traject.cases;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;
import org.springframework.web.multipart.MultipartFile;

/**
 * A file as it came from outside: neither its name nor a type that came with it is believed.
 *
 * @param claimedName as the sender's computer had it
 * @param size in bytes
 * @param content may be read more than once
 */
public record ReceivedDocument(String claimedName, long size, InputStreamSource content) {

    /** The files of a form; a field in which none was chosen counts for nothing. */
    public static List<ReceivedDocument> of(@Nullable List<MultipartFile> files) {
        return Objects.requireNonNullElse(files, List.<MultipartFile>of()).stream()
                .map(file -> new ReceivedDocument(
                        Objects.requireNonNullElse(file.getOriginalFilename(), ""), file.getSize(), file))
                .filter(file -> file.size() > 0 || !file.claimedName().isEmpty())
                .toList();
    }

    @Override
    public String toString() {
        return "ReceivedDocument[" + size + " bytes]";
    }
}
