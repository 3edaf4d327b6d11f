package io.traject.cases.documents;

import io.traject.kernel.RealTime;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * In a folder that only the application reads, a file per document under its id. A file is complete and flushed to the
 * disk before the transaction of its document commits; what a failed transaction or a kill leaves behind is swept.
 */
@Component
class DocumentsOnDisk implements DocumentStore {

    private static final Logger log = LoggerFactory.getLogger(DocumentsOnDisk.class);

    /** No transaction lasts as long. */
    private static final Duration ORPHANED = Duration.ofDays(1);

    private static final int SWEPT_AT_ONCE = 1000;
    private static final int BUFFER = 64 * 1024;
    private static final int SHELF_DIGITS = 2;

    private static final FileAttribute<?> OWNER_ONLY_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path folder;
    private final JdbcClient database;
    private final RealTime time;

    DocumentsOnDisk(@Value("${traject.documents.folder}") Path folder, JdbcClient database, RealTime time) {
        this.folder = folder.toAbsolutePath().normalize();
        this.database = database;
        this.time = time;
    }

    @Override
    public Place place() {
        return Place.DISK;
    }

    @Override
    public void write(UUID documentId, InputStream content, long size) throws IOException {
        Path shelf = Files.createDirectories(shelf(documentId), OWNER_ONLY_FOLDER);
        Path file = shelf.resolve(documentId.toString());
        deleteOnRollback(file);
        Path part = Files.createTempFile(shelf, documentId.toString(), ".part", OWNER_ONLY);
        try {
            copy(content, size, part);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
        flushFolder(shelf);
        flushFolder(folder);
    }

    @Override
    public InputStream open(UUID documentId) throws IOException {
        return Files.newInputStream(shelf(documentId).resolve(documentId.toString()));
    }

    private static void copy(InputStream content, long size, Path to) throws IOException {
        try (FileChannel out = FileChannel.open(to, StandardOpenOption.WRITE)) {
            var buffer = new byte[BUFFER];
            long missing = size;
            while (missing > 0) {
                int read = content.read(buffer, 0, (int) Math.min(buffer.length, missing));
                if (read < 0) {
                    throw new EOFException("%d bytes are missing of %d".formatted(missing, size));
                }
                for (var bytes = ByteBuffer.wrap(buffer, 0, read); bytes.hasRemaining(); ) {
                    out.write(bytes);
                }
                missing -= read;
            }
            out.force(true);
        }
    }

    /** A new name is on the disk only when its folder is. */
    private static void flushFolder(Path changed) throws IOException {
        try (FileChannel channel = FileChannel.open(changed, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** By the last digits of the id, which are random: no shelf gets crowded. */
    private Path shelf(UUID documentId) {
        String id = documentId.toString();
        return folder.resolve(id.substring(id.length() - SHELF_DIGITS));
    }

    private static void deleteOnRollback(Path file) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status == STATUS_ROLLED_BACK) {
                    delete(file);
                }
            }
        });
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            log.warn("An orphaned document could not be deleted; the next sweep tries again: {}", file, e);
        }
    }

    /** Harmless when several instances do it at once. */
    @Scheduled(fixedDelayString = "P1D", initialDelayString = "PT1H")
    void sweep() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Instant before = time.now().minus(ORPHANED);
        try (Stream<Path> files = Files.walk(folder)) {
            var portion = new ArrayList<Path>();
            files.filter(Files::isRegularFile)
                    .filter(file -> isOlder(file, before))
                    .forEach(file -> {
                        portion.add(file);
                        if (portion.size() == SWEPT_AT_ONCE) {
                            deleteOrphans(portion);
                            portion.clear();
                        }
                    });
            deleteOrphans(portion);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void deleteOrphans(List<Path> files) {
        Set<String> known = new HashSet<>(database.sql(
                        "select id::text from cases_document where store = 'DISK' and id::text = any (?)")
                .param(files.stream().map(file -> file.getFileName().toString()).toArray(String[]::new))
                .query(String.class)
                .list());
        files.stream()
                .filter(file -> !known.contains(file.getFileName().toString()))
                .forEach(DocumentsOnDisk::delete);
    }

    private static boolean isOlder(Path file, Instant before) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(before);
        } catch (IOException goneMeanwhile) {
            return false;
        }
    }
}
