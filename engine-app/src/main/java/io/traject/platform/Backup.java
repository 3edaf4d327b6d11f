package io.traject.platform;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A stopped platform as one file ({@code .tar.gz}): database, engine, keys and whatever else its folder holds, but for logs,
 * programs and marks of running processes. Its last entry is a manifest with the checksum of every file.
 */
final class Backup {

    private static final int FORMAT = 1;
    private static final String MANIFEST = "manifest.json";
    private static final Set<Path> LEFT_OUT = Set.of(
            Path.of("logs"),
            Path.of("programs"),
            Path.of("lock"),
            Path.of("engine", "tmp"),
            Path.of("engine", "lib"),
            Path.of("engine", "broker.pid"),
            Path.of("operate"),
            Path.of("postgresql", "data", "postmaster.pid"));
    private static final JsonMapper JSON = new JsonMapper();

    private Backup() {}

    /**
     * What a backup holds.
     *
     * @param version of Traject that wrote it
     * @param files the SHA-256 of each, by its path
     */
    record Manifest(
            int format, String version, String installation, String createdAt, SortedMap<String, String> files) {}

    /**
     * Copies everything. The file appears when it is whole.
     *
     * @throws PlatformFailure when it exists already, or can't be written
     */
    static Manifest write(DataFolder folder, Path file, String version) {
        Path target = file.toAbsolutePath().normalize();
        if (Files.exists(target)) {
            throw new PlatformFailure("%s exists already.".formatted(target));
        }
        if (target.startsWith(folder.root())) {
            throw new PlatformFailure("The backup can't lie in the folder that it is of. Choose another place.");
        }
        Path draft = target.resolveSibling(target.getFileName() + ".new");
        try {
            Files.createDirectories(target.getParent());
            Files.deleteIfExists(draft);
            Manifest manifest = writeArchive(folder, draft, version);
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
            return manifest;
        } catch (IOException e) {
            throw new PlatformFailure("The backup could not be written: " + e, e);
        }
    }

    private static Manifest writeArchive(DataFolder folder, Path draft, String version) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var archive = new TarArchiveOutputStream(
                new GZIPOutputStream(
                        new BufferedOutputStream(Files.newOutputStream(draft, StandardOpenOption.TRUNCATE_EXISTING))),
                StandardCharsets.UTF_8.name())) {
            archive.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            archive.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            for (Path path : content(folder.root())) {
                add(archive, folder.root(), path, files);
            }
            var manifest = new Manifest(
                    FORMAT,
                    version,
                    folder.installation().toString(),
                    Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                    files);
            byte[] json = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest);
            var entry = new TarArchiveEntry(MANIFEST);
            entry.setSize(json.length);
            archive.putArchiveEntry(entry);
            archive.write(json);
            archive.closeArchiveEntry();
            return manifest;
        }
    }

    /** Folders before what is in them. */
    private static List<Path> content(Path root) throws IOException {
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(path -> !path.equals(root))
                    .filter(path -> LEFT_OUT.stream()
                            .noneMatch(left -> root.relativize(path).startsWith(left)))
                    .sorted()
                    .toList();
        }
    }

    private static void add(TarArchiveOutputStream archive, Path root, Path path, SortedMap<String, String> files)
            throws IOException {
        if (Files.isSymbolicLink(path)) {
            throw new PlatformFailure("%s is a link; what it leads to would not be in the backup.".formatted(path));
        }
        String name = root.relativize(path).toString();
        boolean isFolder = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
        var entry = new TarArchiveEntry(isFolder ? name + "/" : name);
        entry.setSize(isFolder ? 0 : Files.size(path));
        entry.setModTime(Files.getLastModifiedTime(path));
        archive.putArchiveEntry(entry);
        if (!isFolder) {
            try (var content = new DigestInputStream(Files.newInputStream(path), sha256())) {
                content.transferTo(archive);
                files.put(name, hex(content.getMessageDigest()));
            }
        }
        archive.closeArchiveEntry();
    }

    /**
     * Puts a backup into an empty place. Everything is unpacked beside it and compared with the manifest first.
     *
     * @throws PlatformFailure when there is anything in the place, or the backup is not whole
     */
    static Manifest restore(Path file, Path home) {
        if (Files.exists(home) && !isEmptyFolder(home)) {
            throw new PlatformFailure(
                    "%s is not empty, and nothing is overwritten. Set TRAJECT_HOME to a new folder.".formatted(home));
        }
        Path draft = home.resolveSibling(home.getFileName() + ".restoring");
        try {
            FileSystemUtils.deleteRecursively(draft);
            Files.createDirectories(home.getParent());
            createFolder(draft);
            Manifest manifest = unpack(file, draft);
            Files.deleteIfExists(home);
            Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
            return manifest;
        } catch (IOException e) {
            throw new PlatformFailure("%s could not be restored: %s".formatted(file, e), e);
        }
    }

    private static Manifest unpack(Path file, Path draft) throws IOException {
        SortedMap<String, String> found = new TreeMap<>();
        @Nullable Manifest manifest = null;
        try (var archive = new TarArchiveInputStream(
                new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file))),
                StandardCharsets.UTF_8.name())) {
            for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                if (entry.getName().equals(MANIFEST)) {
                    manifest = read(archive);
                } else {
                    unpack(entry, archive, draft, found);
                }
            }
        }
        if (manifest == null || !manifest.files().equals(found)) {
            throw new PlatformFailure(
                    "%s is no backup of Traject, or it is damaged. Nothing was changed.".formatted(file));
        }
        if (manifest.format() > FORMAT) {
            throw new PlatformFailure(
                    "%s was written by Traject %s. Restore it with that version.".formatted(file, manifest.version()));
        }
        return manifest;
    }

    private static Manifest read(InputStream content) throws IOException {
        try {
            return JSON.readValue(content.readAllBytes(), Manifest.class);
        } catch (JacksonException e) {
            throw new IOException("its manifest can't be read", e);
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path draft, SortedMap<String, String> found)
            throws IOException {
        Path path = draft.resolve(entry.getName()).normalize();
        if (!path.startsWith(draft) || !(entry.isDirectory() || entry.isFile())) {
            throw new IOException("it holds " + entry.getName());
        }
        if (entry.isDirectory()) {
            createFolder(path);
            return;
        }
        Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        MessageDigest digest = sha256();
        try (OutputStream out =
                new DigestOutputStream(Files.newOutputStream(path, StandardOpenOption.TRUNCATE_EXISTING), digest)) {
            content.transferTo(out);
        }
        found.put(entry.getName(), hex(digest));
    }

    private static void createFolder(Path path) throws IOException {
        Files.createDirectory(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    private static boolean isEmptyFolder(Path folder) {
        try (Stream<Path> content = Files.list(folder)) {
            return content.findAny().isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
