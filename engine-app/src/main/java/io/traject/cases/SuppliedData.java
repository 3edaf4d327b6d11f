package io.traject.cases;

import io.traject.access.Actor;
import io.traject.cases.CaseFile.Content;
import io.traject.cases.CaseFile.Delivery;
import io.traject.cases.CaseFile.Document;
import io.traject.cases.documents.DocumentStore.Place;
import io.traject.cases.documents.DocumentStores;
import io.traject.kernel.Ids;
import io.traject.kernel.NotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What was supplied for cases: named values, and documents. */
@Repository
class SuppliedData {

    private static final TypeReference<Map<String, Object>> NAMED_VALUES = new TypeReference<>() {};

    /** A null character in JSON, which PostgreSQL can't store; an escaped backslash before it is none. */
    private static final Pattern NULL_CHARACTER = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");

    private final JdbcClient client;
    private final JsonMapper json;
    private final DocumentStores stores;

    SuppliedData(JdbcClient client, JsonMapper json, DocumentStores stores) {
        this.client = client;
        this.json = json;
        this.stores = stores;
    }

    void add(UUID caseId, Map<String, Object> data, List<NewDocument> documents, Actor by, Instant now) {
        var at = now.atOffset(ZoneOffset.UTC);
        boolean byResident = by.kind() == Actor.Kind.RESIDENT;
        client.sql("insert into cases_supplied_data (id, case_id, data, supplied_by, by_resident, supplied_at)"
                        + " values (?, ?, ?::jsonb, ?, ?, ?)")
                .params(Ids.next(), caseId, toJson(data), by.displayName(), byResident, at)
                .update();
        for (NewDocument document : documents) {
            UUID id = Ids.next();
            byte[] sha256 = write(id, document);
            client.sql(
                            "insert into cases_document (id, case_id, file_name, media_type, size, sha256, store, supplied_by,"
                                    + " by_resident, supplied_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            id,
                            caseId,
                            document.fileName(),
                            document.type().mediaType(),
                            document.size(),
                            sha256,
                            stores.chosen().name(),
                            by.displayName(),
                            byResident,
                            at)
                    .update();
        }
    }

    private byte[] write(UUID id, NewDocument document) {
        try (InputStream content = document.content().getInputStream()) {
            var digesting = new DigestInputStream(content, MessageDigest.getInstance("SHA-256"));
            stores.write(id, digesting, document.size());
            return digesting.getMessageDigest().digest();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private String toJson(Map<String, Object> data) {
        return NULL_CHARACTER.matcher(json.writeValueAsString(data)).replaceAll("$1");
    }

    List<Delivery> deliveries(UUID caseId) {
        return client.sql("select data, supplied_by, by_resident, supplied_at from cases_supplied_data"
                        + " where case_id = ? order by supplied_at")
                .param(caseId)
                .query((row, n) -> new Delivery(
                        json.readValue(row.getString("data"), NAMED_VALUES),
                        row.getString("supplied_by"),
                        row.getBoolean("by_resident"),
                        row.getTimestamp("supplied_at").toInstant()))
                .list();
    }

    List<Document> documents(UUID caseId) {
        return client.sql("select id, file_name, media_type, size, supplied_by, by_resident, supplied_at from"
                        + " cases_document"
                        + " where case_id = ? order by supplied_at, id")
                .param(caseId)
                .query((row, n) -> new Document(
                        row.getObject("id", UUID.class),
                        row.getString("file_name"),
                        row.getString("media_type"),
                        row.getLong("size"),
                        row.getString("supplied_by"),
                        row.getBoolean("by_resident"),
                        row.getTimestamp("supplied_at").toInstant()))
                .list();
    }

    /** @throws NotFoundException when the case has no such document */
    Content content(UUID caseId, UUID documentId) {
        return client.sql("select file_name, media_type, size, store from cases_document where case_id = ? and id = ?")
                .params(caseId, documentId)
                .query((row, n) -> {
                    Place place = Place.valueOf(row.getString("store"));
                    return new Content(
                            row.getString("file_name"),
                            row.getString("media_type"),
                            row.getLong("size"),
                            () -> stores.open(documentId, place));
                })
                .optional()
                .orElseThrow(NotFoundException::new);
    }
}
