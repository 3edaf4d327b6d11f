package io.traject.broker;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Where a class can be loaded from by another JVM. */
public final class ClassLocation {

    private ClassLocation() {}

    /**
     * The folder or jar that the class was loaded from. A jar inside a Spring Boot jar
     * ({@code jar:nested:/app.jar/!BOOT-INF/lib/x.jar!/}) is copied to the given folder first.
     */
    public static Path of(Class<?> type, Path unpackFolder) {
        return of(type.getProtectionDomain().getCodeSource().getLocation().toString(), unpackFolder);
    }

    static Path of(String location, Path unpackFolder) {
        if (!location.startsWith("jar:nested:")) {
            return Path.of(URI.create(location));
        }
        String[] parts = location.substring("jar:nested:".length()).split("/?!/?");
        Path outer = Path.of(URI.create("file:" + parts[0]));
        try {
            return unpack(outer, parts[1], unpackFolder);
        } catch (IOException e) {
            throw new BrokerStartException(
                    "Could not copy %s out of %s to %s: %s".formatted(parts[1], outer, unpackFolder, e), e);
        }
    }

    private static Path unpack(Path outer, String name, Path folder) throws IOException {
        Path target = folder.resolve(Path.of(name).getFileName().toString());
        Files.createDirectories(folder);
        try (var zip = new ZipFile(outer.toFile())) {
            ZipEntry entry = zip.getEntry(name);
            if (entry == null) {
                throw new IOException("no such entry");
            }
            try (InputStream content = zip.getInputStream(entry)) {
                Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return target;
    }
}
