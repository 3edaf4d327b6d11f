package io.traject.cases.documents;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.sql.Types;
import java.util.Enumeration;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.support.SqlBinaryValue;
import org.springframework.stereotype.Component;

/**
 * In the database, beside everything else: one transaction, one backup. The column is stored uncompressed and out of line,
 * so that PostgreSQL reads a slice of it without the rest.
 */
@Component
class DocumentsInPostgresql implements DocumentStore {

    private static final int SLICE = 512 * 1024;

    private final JdbcTemplate jdbc;

    DocumentsInPostgresql(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Place place() {
        return Place.POSTGRESQL;
    }

    @Override
    public void write(UUID documentId, InputStream content, long size) {
        jdbc.update(
                "insert into cases_document_content (document_id, content) values (?, ?)",
                documentId,
                new SqlParameterValue(Types.BINARY, new SqlBinaryValue(content, size)));
    }

    @Override
    public InputStream open(UUID documentId) throws IOException {
        Long size = jdbc
                .queryForList(
                        "select octet_length(content)::bigint from cases_document_content where document_id = ?",
                        Long.class,
                        documentId)
                .stream()
                .findFirst()
                .orElseThrow(() -> new FileNotFoundException("No content of document " + documentId));
        return new SequenceInputStream(new Slices(documentId, size));
    }

    private final class Slices implements Enumeration<InputStream> {

        private final UUID documentId;
        private final long size;
        private long next;

        Slices(UUID documentId, long size) {
            this.documentId = documentId;
            this.size = size;
        }

        @Override
        public boolean hasMoreElements() {
            return next < size;
        }

        @Override
        public InputStream nextElement() {
            byte[] slice = jdbc.queryForObject(
                    "select substring(content from ? for ?) from cases_document_content where document_id = ?",
                    byte[].class,
                    Math.toIntExact(next + 1),
                    SLICE,
                    documentId);
            next += SLICE;
            return new ByteArrayInputStream(Objects.requireNonNull(slice));
        }
    }
}
