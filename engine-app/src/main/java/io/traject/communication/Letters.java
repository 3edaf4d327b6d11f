package io.traject.communication;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The letters that were made, one by one and by batch. Read a few at a time, however many there are. */
@Repository
public class Letters {

    /** The most letters that one print volume holds. */
    public static final int VOLUME = PrintVolume.MOST_LETTERS;

    private static final int AT_ONCE = 50;
    private static final String MEDIA_TYPE = "application/pdf";

    private final JdbcTemplate jdbc;

    Letters(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(List<LetterDocument> documents) {
        jdbc.batchUpdate("""
                insert into communication_document (communication_id, media_type, file_name, size, sha256, content)
                values (?, ?, ?, ?, ?, ?)""", documents, AT_ONCE, (statement, document) -> {
            statement.setObject(1, document.communicationId());
            statement.setString(2, MEDIA_TYPE);
            statement.setString(3, document.fileName());
            statement.setInt(4, document.pdf().length);
            statement.setBytes(5, document.sha256());
            statement.setBytes(6, document.pdf());
        });
    }

    Optional<byte[]> pdf(UUID communicationId) {
        return jdbc
                .query(
                        "select content from communication_document where communication_id = ?",
                        (row, index) -> row.getBytes("content"),
                        communicationId)
                .stream()
                .findFirst();
    }

    /** How many volumes the letters of a batch fill. */
    public static int volumes(int letters) {
        return Math.ceilDiv(letters, VOLUME);
    }

    /**
     * Writes a part of a batch's letters as one PDF for two-sided printing: each letter starts on a new sheet.
     *
     * @param volume from 1; a volume without letters is a PDF without pages
     */
    public void writeVolume(UUID batchId, int volume, OutputStream out) throws IOException {
        try (var print = new PrintVolume()) {
            List<StoredLetter> page = page(batchId, firstIndex(batchId, volume), AT_ONCE);
            int room = VOLUME;
            while (!page.isEmpty()) {
                for (StoredLetter letter : page) {
                    print.add(letter.pdf());
                }
                room -= page.size();
                page = page(batchId, page.getLast().index() + 1, Math.min(room, AT_ONCE));
            }
            print.writeTo(out);
        }
    }

    /** Writes all letters of a batch as a ZIP of single PDFs. */
    public void writeZip(UUID batchId, OutputStream out) throws IOException {
        try (var zip = new LettersZip(out)) {
            List<StoredLetter> page = page(batchId, 0, AT_ONCE);
            while (!page.isEmpty()) {
                for (StoredLetter letter : page) {
                    zip.add(letter.fileName(), letter.pdf());
                }
                page = page(batchId, page.getLast().index() + 1, AT_ONCE);
            }
        }
    }

    private int firstIndex(UUID batchId, int volume) {
        return jdbc.queryForList("""
                        select batch_index from communication_communication
                        where batch_id = ? and channel = 'LETTER' and state <> 'FAILED'
                        order by batch_index offset ? limit 1""", Integer.class, batchId, (volume - 1) * VOLUME).stream()
                .findFirst()
                .orElse(Integer.MAX_VALUE);
    }

    private List<StoredLetter> page(UUID batchId, int fromIndex, int limit) {
        return jdbc.query("""
                select c.batch_index, d.file_name, d.content from communication_communication c
                join communication_document d on d.communication_id = c.id
                where c.batch_id = ? and c.channel = 'LETTER' and c.batch_index >= ?
                order by c.batch_index limit ?""", Letters::letter, batchId, fromIndex, limit);
    }

    private static StoredLetter letter(ResultSet row, int index) throws SQLException {
        return new StoredLetter(row.getInt("batch_index"), row.getString("file_name"), row.getBytes("content"));
    }

    private record StoredLetter(int index, String fileName, byte[] pdf) {}
}
