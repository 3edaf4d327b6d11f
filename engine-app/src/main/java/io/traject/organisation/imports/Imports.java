package io.traject.organisation.imports;

import io.traject.access.Actor;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The imports with their rows, as they are stored. Asks nobody's permission: its callers do. */
@Repository
class Imports {

    private static final int INSERT_CHUNK = 500;
    private static final TypeReference<List<Problem>> PROBLEMS = new TypeReference<>() {};
    private static final TypeReference<List<FieldChange>> CHANGES = new TypeReference<>() {};
    private static final String SELECT = """
            select id, organisation_id, state, file_name, uploaded_by, uploader, uploaded_at, confirmed_by, confirmer,
                row_count, checked_count, problems, settled_at
            from organisation_import
            """;

    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final JsonMapper json;
    private final BusinessTime time;

    Imports(JdbcTemplate jdbc, JdbcClient client, JsonMapper json, BusinessTime time) {
        this.jdbc = jdbc;
        this.client = client;
        this.json = json;
        this.time = time;
    }

    /** A row that is to be carried out. */
    record Planned(int seq, SheetKind sheet, Plan plan) {}

    /** @return the new import; empty when the same file of the same person is under way */
    @Transactional
    public Optional<UUID> keep(UUID organisation, Actor actor, String fileName, String sha256, byte[] content) {
        UUID id = Ids.next();
        int inserted = client.sql("""
                        insert into organisation_import (id, organisation_id, state, file_name, sha256, content,
                            uploaded_by, uploader, uploaded_at, row_count, checked_count, problems, version)
                        values (?, ?, 'CHECKING', ?, ?, ?, ?, ?, ?, 0, 0, '[]', 0)
                        on conflict (organisation_id, uploaded_by, sha256)
                            where state in ('CHECKING', 'CHECKED', 'APPLYING') do nothing
                        """)
                .params(
                        id,
                        organisation,
                        fileName,
                        sha256,
                        content,
                        actor.id(),
                        actor.displayName(),
                        time.now().atOffset(ZoneOffset.UTC))
                .update();
        return inserted == 0 ? Optional.empty() : Optional.of(id);
    }

    @Transactional(readOnly = true)
    public Optional<UUID> underWay(UUID organisation, UUID uploader, String sha256) {
        return client.sql("""
                        select id from organisation_import
                        where organisation_id = ? and uploaded_by = ? and sha256 = ?
                            and state in ('CHECKING', 'CHECKED', 'APPLYING')
                        """)
                .params(organisation, uploader, sha256)
                .query(UUID.class)
                .optional();
    }

    @Transactional(readOnly = true)
    public Optional<Import> find(UUID id) {
        return client.sql(SELECT + "where id = ?")
                .param(id)
                .query((row, number) -> read(row))
                .optional();
    }

    /** Nobody else does anything to it until this transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Import> lock(UUID id) {
        return client.sql(SELECT + "where id = ? for update")
                .param(id)
                .query((row, number) -> read(row))
                .optional();
    }

    /** @param uploader whose; empty for everybody's */
    @Transactional(readOnly = true)
    public List<Import> of(UUID organisation, Optional<UUID> uploader, int offset, int most) {
        return client.sql(SELECT + """
                        where organisation_id = :organisation and (cast(:uploader as uuid) is null or uploaded_by = :uploader)
                        order by uploaded_at desc, id limit :most offset :offset
                        """)
                .param("organisation", organisation)
                .param("uploader", uploader.orElse(null), Types.OTHER)
                .param("most", most)
                .param("offset", offset)
                .query((row, number) -> read(row))
                .list();
    }

    @Transactional(readOnly = true)
    public long count(UUID organisation, Optional<UUID> uploader) {
        return client.sql("""
                        select count(*) from organisation_import
                        where organisation_id = :organisation and (cast(:uploader as uuid) is null or uploaded_by = :uploader)
                        """)
                .param("organisation", organisation)
                .param("uploader", uploader.orElse(null), Types.OTHER)
                .query(Long.class)
                .single();
    }

    /** The file; empty once it is not needed any more. */
    @Transactional(readOnly = true)
    public Optional<byte[]> content(UUID id) {
        return client.sql("select content from organisation_import where id = ? and content is not null")
                .param(id)
                .query(byte[].class)
                .optional();
    }

    /** Begins the check anew: what an interrupted one left is gone. */
    @Transactional
    public void beginCheck(UUID id, int rows) {
        client.sql("delete from organisation_import_row where import_id = ?")
                .param(id)
                .update();
        client.sql("update organisation_import set row_count = ?, checked_count = 0 where id = ?")
                .params(rows, id)
                .update();
    }

    /** Nothing is added to one that was given up meanwhile. */
    @Transactional
    public void add(UUID id, List<PlannedRow> rows) {
        int checking = client.sql("""
                        update organisation_import set checked_count = checked_count + ?
                        where id = ? and state = 'CHECKING'
                        """).params(rows.size(), id).update();
        if (checking == 0) {
            return;
        }
        jdbc.batchUpdate("""
                insert into organisation_import_row
                    (import_id, seq, sheet, row_number, label, action, state, plan, changes, problems)
                values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb)
                """, rows, INSERT_CHUNK, (statement, row) -> {
            statement.setObject(1, id);
            statement.setInt(2, row.seq());
            statement.setString(3, row.sheet().name());
            statement.setInt(4, row.number());
            statement.setString(5, row.label());
            statement.setString(6, row.action().name());
            statement.setString(7, row.state().name());
            statement.setString(8, row.plan() == null ? null : json.writeValueAsString(row.plan()));
            statement.setString(9, json.writeValueAsString(row.changes()));
            statement.setString(10, json.writeValueAsString(row.problems()));
        });
    }

    /** The file itself is no longer needed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void settle(UUID id, ImportState state, List<Problem> problems) {
        client.sql("""
                        update organisation_import
                        set state = ?, problems = ?::jsonb, settled_at = ?, content = null, version = version + 1
                        where id = ?
                        """)
                .params(
                        state.name(),
                        json.writeValueAsString(problems),
                        time.now().atOffset(ZoneOffset.UTC),
                        id)
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(UUID id, Actor confirmer) {
        client.sql("""
                        update organisation_import
                        set state = 'APPLYING', confirmed_by = ?, confirmer = ?, settled_at = null, version = version + 1
                        where id = ?
                        """).params(confirmer.id(), confirmer.displayName(), id).update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void forgetRows(UUID id) {
        client.sql("delete from organisation_import_row where import_id = ?")
                .param(id)
                .update();
    }

    /** Those whose turn it is, in their order. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Planned> next(UUID id, int most) {
        return client.sql("""
                        select seq, sheet, plan from organisation_import_row
                        where import_id = ? and state = 'PLANNED' order by seq limit ?
                        """)
                .params(id, most)
                .query((row, number) -> {
                    SheetKind sheet = SheetKind.valueOf(row.getString("sheet"));
                    return new Planned(row.getInt("seq"), sheet, plan(sheet, row.getString("plan")));
                })
                .list();
    }

    private Plan plan(SheetKind sheet, String stored) {
        return switch (sheet) {
            case PARTS -> json.readValue(stored, Plan.OfPart.class);
            case EMPLOYEES -> json.readValue(stored, Plan.OfEmployee.class);
        };
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void done(UUID id, int seq, UUID result) {
        client.sql("""
                        update organisation_import_row set state = 'DONE', result_id = ?
                        where import_id = ? and seq = ? and state = 'PLANNED'
                        """).params(result, id, seq).update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void refuse(UUID id, int seq, Problem problem) {
        client.sql("""
                        update organisation_import_row set state = 'REFUSED', problems = ?::jsonb
                        where import_id = ? and seq = ? and state = 'PLANNED'
                        """)
                .params(json.writeValueAsString(List.of(problem)), id, seq)
                .update();
    }

    /** What a row has made; empty when it was refused. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<UUID> result(UUID id, int seq) {
        return client.sql(
                        "select result_id from organisation_import_row where import_id = ? and seq = ? and state = 'DONE'")
                .params(id, seq)
                .query(UUID.class)
                .optional();
    }

    @Transactional(readOnly = true)
    public List<ImportRow> rows(UUID id, Optional<RowFilter> filter, int offset, int most) {
        return client.sql("""
                        select seq, sheet, row_number, label, action, state, changes, problems, result_id
                        from organisation_import_row where import_id = ?%s order by seq limit ? offset ?
                        """.formatted(condition(filter)))
                .params(id, most, offset)
                .query((row, number) -> new ImportRow(
                        row.getInt("seq"),
                        SheetKind.valueOf(row.getString("sheet")),
                        row.getInt("row_number"),
                        row.getString("label"),
                        RowAction.valueOf(row.getString("action")),
                        RowState.valueOf(row.getString("state")),
                        json.readValue(row.getString("changes"), CHANGES),
                        json.readValue(row.getString("problems"), PROBLEMS),
                        Optional.ofNullable(row.getObject("result_id", UUID.class))))
                .list();
    }

    @Transactional(readOnly = true)
    public long countRows(UUID id, Optional<RowFilter> filter) {
        return client.sql("select count(*) from organisation_import_row where import_id = ?" + condition(filter))
                .param(id)
                .query(Long.class)
                .single();
    }

    private static String condition(Optional<RowFilter> filter) {
        return filter.map(one -> " and " + one.condition()).orElse("");
    }

    @Transactional(readOnly = true)
    public ImportCounts counts(UUID id) {
        return new ImportCounts(client.sql("""
                        select sheet, action, state, count(*) as rows from organisation_import_row
                        where import_id = ? group by sheet, action, state
                        """)
                .param(id)
                .query((row, number) -> new ImportCounts.Count(
                        SheetKind.valueOf(row.getString("sheet")),
                        RowAction.valueOf(row.getString("action")),
                        RowState.valueOf(row.getString("state")),
                        row.getInt("rows")))
                .list());
    }

    /** With everything in them. */
    @Transactional
    public int deleteSettledBefore(Instant moment) {
        return client.sql("delete from organisation_import where settled_at < ?")
                .param(moment.atOffset(ZoneOffset.UTC))
                .update();
    }

    private Import read(ResultSet row) throws SQLException {
        return new Import(
                row.getObject("id", UUID.class),
                row.getObject("organisation_id", UUID.class),
                ImportState.valueOf(row.getString("state")),
                row.getString("file_name"),
                row.getObject("uploaded_by", UUID.class),
                row.getString("uploader"),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("confirmed_by", UUID.class)),
                Optional.ofNullable(row.getString("confirmer")),
                row.getInt("row_count"),
                row.getInt("checked_count"),
                json.readValue(row.getString("problems"), PROBLEMS),
                Optional.ofNullable(row.getObject("settled_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
