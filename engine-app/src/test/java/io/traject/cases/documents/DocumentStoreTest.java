package io.traject.cases.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.traject.cases.documents.DocumentStore.Place;
import io.traject.kernel.Ids;
import io.traject.kernel.RealTime;
import io.traject.testing.TestCases;
import io.traject.testing.TrajectTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What every store of documents promises, and what the one on disk promises beside it. */
@TrajectTest
class DocumentStoreTest {

    private static final int LARGEST = 25 << 20;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestCases cases;

    @TempDir
    Path folder;

    private DocumentsOnDisk onDisk;
    private Map<Place, DocumentStore> stores;

    @BeforeEach
    void open() {
        onDisk = new DocumentsOnDisk(folder, database, new RealTime(Clock.systemUTC()));
        stores = Stream.of(new DocumentsInPostgresql(jdbc), onDisk)
                .collect(Collectors.toMap(DocumentStore::place, store -> store));
    }

    @ParameterizedTest
    @EnumSource
    void shouldGiveBackWhatWasWritten(Place place) throws IOException {
        byte[] content = random(LARGEST);

        UUID document = keep(place, content, content.length);

        try (InputStream kept = stores.get(place).open(document)) {
            assertThat(kept.readAllBytes()).isEqualTo(content);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldKeepNothingOfATransactionThatFails(Place place) {
        UUID document = Ids.next();

        transaction.executeWithoutResult(status -> {
            write(place, document, random(1000), 1000);
            status.setRollbackOnly();
        });

        assertThatThrownBy(() -> stores.get(place).open(document)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @EnumSource
    void shouldKeepNothingWhenLessComesThanWasAnnounced(Place place) throws IOException {
        assertThatThrownBy(() -> keep(place, random(10), 1000)).isInstanceOf(Exception.class);

        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldSayThatADocumentIsMissing(Place place) {
        assertThatThrownBy(() -> stores.get(place).open(Ids.next())).isInstanceOf(IOException.class);
    }

    @Test
    void shouldSweepFromTheDiskWhatNoDocumentKnows() throws IOException {
        byte[] content = random(1000);
        UUID known = keep(Place.DISK, content, content.length);
        UUID orphan = Ids.next();
        UUID inTheMaking = Ids.next();
        onDisk.write(orphan, new ByteArrayInputStream(content), content.length);
        onDisk.write(inTheMaking, new ByteArrayInputStream(content), content.length);
        age(known);
        age(orphan);

        onDisk.sweep();

        onDisk.open(known).close();
        onDisk.open(inTheMaking).close();
        assertThatThrownBy(() -> onDisk.open(orphan)).isInstanceOf(IOException.class);
    }

    @Test
    void shouldLetOnlyTheOwnerReadTheFiles() throws IOException {
        keep(Place.DISK, random(10), 10);

        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile))
                    .singleElement()
                    .satisfies(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    private UUID keep(Place place, byte[] content, long announced) {
        UUID document = Ids.next();
        UUID caseId = cases.open(cases.municipality(), "A. Eigen").id();
        transaction.executeWithoutResult(status -> {
            write(place, document, content, announced);
            database.sql("""
                            insert into cases_document (id, case_id, file_name, media_type, size, sha256, store,
                                supplied_by, by_resident, supplied_at)
                            values (?, ?, 'a.pdf', 'application/pdf', ?, sha256(''), ?, 'Test', false, now())
                            """).params(document, caseId, announced, place.name()).update();
        });
        return document;
    }

    private void write(Place place, UUID document, byte[] content, long announced) {
        try {
            stores.get(place).write(document, new ByteArrayInputStream(content), announced);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void age(UUID document) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(one -> one.endsWith(document.toString())).toList()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
            }
        }
    }

    private static byte[] random(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
