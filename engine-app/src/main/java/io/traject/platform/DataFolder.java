package io.traject.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * The folder in which one installation keeps everything: database, engine, secrets, logs. Readable by its owner alone,
 * recognised by its marker, used by one process at a time.
 */
final class DataFolder implements AutoCloseable {

    private static final int FORMAT = 1;
    private static final String MARKER = "installation.properties";
    private static final int SECRET_BYTES = 32;

    private final Path root;
    private final UUID installation;
    private final FileChannel lockChannel;

    private DataFolder(Path root, UUID installation, FileChannel lockChannel) {
        this.root = root;
        this.installation = installation;
        this.lockChannel = lockChannel;
    }

    /**
     * Takes the folder into use; makes it when it isn't there.
     *
     * @param port of the application, told to whoever tries to start a second one
     * @throws PlatformFailure when it is in use, not ours, of a newer format, not writable or nearly full
     */
    static DataFolder open(Path folder, int port, DataSize minimumFreeSpace) {
        Path root = folder.toAbsolutePath().normalize();
        FileChannel lock = null;
        try {
            refuseForeign(root);
            Files.createDirectories(root);
            ownerOnly(root, "rwx------");
            lock = lock(root, port);
            refuseFull(root, minimumFreeSpace);
            return new DataFolder(root, readOrWriteMarker(root), lock);
        } catch (IOException e) {
            closeQuietly(lock, e);
            throw new PlatformFailure("The data folder %s can't be used: %s".formatted(root, e), e);
        } catch (PlatformFailure e) {
            closeQuietly(lock, e);
            throw e;
        }
    }

    /** Shared by the database and the engine's data, so that parts of two installations are never mixed. */
    UUID installation() {
        return installation;
    }

    Path root() {
        return root;
    }

    /** A sub-folder, made when it isn't there. */
    Path folder(String name) {
        try {
            return Files.createDirectories(root.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A random secret (Base64 of 32 bytes) that is made once and then stays the same. */
    String secret(String name) {
        Path file = folder("secrets").resolve(name);
        try {
            if (!Files.exists(file)) {
                byte[] bytes = new byte[SECRET_BYTES];
                new SecureRandom().nextBytes(bytes);
                writeAtomically(file, Base64.getEncoder().encodeToString(bytes));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives the folder free for another process. */
    @Override
    public void close() {
        try {
            lockChannel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void refuseForeign(Path root) throws IOException {
        if (!Files.exists(root) || Files.exists(root.resolve(MARKER))) {
            return;
        }
        if (!Files.isDirectory(root)) {
            throw new PlatformFailure("The data folder %s is a file. Set TRAJECT_HOME to a folder.".formatted(root));
        }
        try (Stream<Path> content = Files.list(root)) {
            // A start that was killed before it wrote the marker leaves the lock file only.
            if (content.anyMatch(file -> !file.endsWith("lock"))) {
                throw new PlatformFailure(
                        "The folder %s has other content and no Traject data. Set TRAJECT_HOME to an empty folder."
                                .formatted(root));
            }
        }
    }

    private static FileChannel lock(Path root, int port) throws IOException {
        Path file = root.resolve("lock");
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        ownerOnly(file, "rw-------");
        if (tryLock(channel) == null) {
            channel.close();
            throw new PlatformFailure("Traject is already running on %s (%s).".formatted(root, Files.readString(file)));
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(
                "pid %d, port %d".formatted(ProcessHandle.current().pid(), port).getBytes(StandardCharsets.UTF_8)));
        channel.force(true);
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held by this very process
        }
    }

    private static void refuseFull(Path root, DataSize minimum) throws IOException {
        DataSize free = DataSize.ofBytes(Files.getFileStore(root).getUsableSpace());
        if (free.compareTo(minimum) < 0) {
            throw new PlatformFailure("The disk of %s has %d MB left, and at least %d MB is needed. Make room there."
                    .formatted(root, free.toMegabytes(), minimum.toMegabytes()));
        }
    }

    private static UUID readOrWriteMarker(Path root) throws IOException {
        Path file = root.resolve(MARKER);
        if (!Files.exists(file)) {
            writeAtomically(file, "id=%s%nformat=%d%n".formatted(UUID.randomUUID(), FORMAT));
        }
        Properties marker = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            marker.load(reader);
        }
        if (Integer.parseInt(marker.getProperty("format")) > FORMAT) {
            throw new PlatformFailure(
                    "The data folder %s was made by a newer version of Traject. Start that version.".formatted(root));
        }
        return UUID.fromString(marker.getProperty("id"));
    }

    private static void writeAtomically(Path file, String content) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(temporary, content);
        ownerOnly(temporary, "rw-------");
        try {
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, file);
        }
    }

    private static void ownerOnly(Path file, String permissions) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private static void closeQuietly(@Nullable FileChannel channel, Exception cause) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                cause.addSuppressed(e);
            }
        }
    }
}
