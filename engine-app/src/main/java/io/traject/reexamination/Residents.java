package io.traject.reexamination;

import io.traject.cases.OpenedCase;
import io.traject.communication.Channel;
import io.traject.communication.Communications.Fate;
import io.traject.communication.PostalAddress;
import io.traject.kernel.Bsn;
import io.traject.kernel.EmailAddress;
import io.traject.reexamination.BatchDirectory.Recipients;
import io.traject.reexamination.intake.BsnAndScheme;
import io.traject.reexamination.intake.CommunicationPreference;
import io.traject.reexamination.intake.ResidentRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The residents of all batches: one row for each row of a spreadsheet, with how far it has come. */
@Repository
class Residents {

    private static final int INSERT_CHUNK = 1000;
    private static final String COLUMNS = """
            r.row_index, r.row_number, r.bsn, r.initials, r.infix, r.surname, r.birth_date, r.street, r.house_number,
            r.addition, r.postcode, r.city, r.email, r.phone, r.preference, r.scheme, r.final_date, r.case_id,
            r.case_number, r.dispatch_index""";

    private final JdbcTemplate jdbc;
    private final JdbcClient client;

    Residents(JdbcTemplate jdbc, JdbcClient client) {
        this.jdbc = jdbc;
        this.client = client;
    }

    /** How many residents of a batch are done, failed and there in all, in the phase that it is in. */
    record Tally(int done, int failed, int total) {}

    /** A resident whose case could not be made, or who could not be told. */
    record Unprocessed(
            int rowNumber,
            String name,
            String failure,
            boolean retryable,
            @Nullable UUID caseId) {}

    void insert(UUID batchId, List<ResidentRow> rows) {
        int index = 0;
        for (int from = 0; from < rows.size(); from += INSERT_CHUNK) {
            List<ResidentRow> chunk = rows.subList(from, Math.min(from + INSERT_CHUNK, rows.size()));
            insertChunk(batchId, index, chunk);
            index += chunk.size();
        }
    }

    private void insertChunk(UUID batchId, int firstIndex, List<ResidentRow> chunk) {
        var index = new int[] {firstIndex};
        jdbc.batchUpdate("""
                insert into reexamination_resident (batch_id, row_index, row_number, bsn, initials, infix, surname,
                    birth_date, street, house_number, addition, postcode, city, email, phone, preference, scheme,
                    final_date, creation)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'PENDING')
                """, chunk, chunk.size(), (statement, row) -> {
            statement.setObject(1, batchId);
            statement.setInt(2, index[0]++);
            statement.setInt(3, row.row());
            statement.setString(4, row.bsn().value());
            statement.setString(5, row.initials());
            statement.setString(6, row.infix());
            statement.setString(7, row.surname());
            statement.setObject(8, row.birthDate());
            statement.setString(9, row.street());
            statement.setString(10, row.houseNumber());
            statement.setString(11, row.addition());
            statement.setString(12, row.postcode().value());
            statement.setString(13, row.city());
            statement.setString(14, row.email() == null ? null : row.email().value());
            statement.setString(15, row.phone());
            statement.setString(16, row.preference().name());
            statement.setString(17, row.scheme());
            statement.setObject(18, row.finalDate());
        });
    }

    /** Those of the given that have an open case of the scheme in the municipality. */
    Set<BsnAndScheme> withOpenCase(UUID municipality, Collection<BsnAndScheme> asked) {
        String[] bsns = asked.stream().map(one -> one.bsn().value()).toArray(String[]::new);
        String[] schemes = asked.stream().map(BsnAndScheme::scheme).toArray(String[]::new);
        return client
                .sql("""
                        select o.bsn, o.scheme from reexamination_open_case o
                        join unnest(:bsns::text[], :schemes::text[]) as asked (bsn, scheme)
                            on o.bsn = asked.bsn and o.scheme = asked.scheme
                        where o.municipality_id = :municipality
                        """)
                .param("bsns", bsns)
                .param("schemes", schemes)
                .param("municipality", municipality)
                .query((row, n) -> new BsnAndScheme(new Bsn(row.getString("bsn")), row.getString("scheme")))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    /** The next residents without a case, locked; those that another job has in hand are passed over. */
    List<Resident> lockPending(UUID batchId, int atMost) {
        return client.sql("select " + COLUMNS
                        + " from reexamination_resident r where batch_id = ? and creation = 'PENDING'"
                        + " order by row_index limit ? for update skip locked")
                .params(batchId, atMost)
                .query(Residents::resident)
                .list();
    }

    boolean anyPending(UUID batchId) {
        return client.sql("select exists (select from reexamination_resident where batch_id = ? and creation ="
                        + " 'PENDING')")
                .param(batchId)
                .query(Boolean.class)
                .single();
    }

    /**
     * Reserves for every resident the place among the open cases of the scheme, for the case with the id at the same
     * place of the list.
     *
     * @return the ids of the cases for which the place was free
     */
    Set<UUID> reserve(UUID municipality, List<Resident> residents, List<UUID> caseIds) {
        return Set.copyOf(client.sql("""
                        insert into reexamination_open_case (municipality_id, bsn, scheme, case_id)
                        select :municipality, asked.* from unnest(:bsns::text[], :schemes::text[], :caseIds::uuid[]) asked
                        on conflict (municipality_id, bsn, scheme) do nothing
                        returning case_id
                        """)
                .param("municipality", municipality)
                .param("bsns", residents.stream().map(one -> one.bsn().value()).toArray(String[]::new))
                .param("schemes", residents.stream().map(Resident::scheme).toArray(String[]::new))
                .param("caseIds", caseIds.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    void markCreated(UUID batchId, List<Resident> residents, List<OpenedCase> cases) {
        var opened = cases.iterator();
        jdbc.batchUpdate(
                "update reexamination_resident set creation = 'CREATED', case_id = ?, case_number = ?"
                        + " where batch_id = ? and row_index = ?",
                residents,
                Math.max(residents.size(), 1),
                (statement, resident) -> {
                    OpenedCase one = opened.next();
                    statement.setObject(1, one.id());
                    statement.setString(2, one.number());
                    statement.setObject(3, batchId);
                    statement.setInt(4, resident.rowIndex());
                });
    }

    void markNotCreated(UUID batchId, List<Resident> residents, String failure) {
        jdbc.batchUpdate(
                "update reexamination_resident set creation = 'FAILED', failure = ? where batch_id = ? and row_index ="
                        + " ?",
                residents,
                Math.max(residents.size(), 1),
                (statement, resident) -> {
                    statement.setString(1, failure);
                    statement.setObject(2, batchId);
                    statement.setInt(3, resident.rowIndex());
                });
    }

    /**
     * Gives every resident with a case its place in the dispatch; places that were given stay.
     *
     * @return how many places there are
     */
    int planDispatch(UUID batchId) {
        client.sql("""
                        update reexamination_resident r set dispatch_index = planned.place, dispatch = 'PENDING'
                        from (select row_index, row_number() over (order by row_index) - 1 as place
                              from reexamination_resident where batch_id = :batch and creation = 'CREATED') planned
                        where r.batch_id = :batch and r.row_index = planned.row_index and r.dispatch_index is null
                        """).param("batch", batchId).update();
        return client.sql("select count(*) from reexamination_resident where batch_id = ? and dispatch_index is not"
                        + " null")
                .param(batchId)
                .query(Integer.class)
                .single();
    }

    /** Residents of a range of the dispatch whose case is still open, in order. */
    List<Resident> inDispatch(UUID batchId, int from, int to) {
        return client.sql("select " + COLUMNS + " from reexamination_resident r"
                        + " join reexamination_open_case o on o.case_id = r.case_id"
                        + " where r.batch_id = ? and r.dispatch_index >= ? and r.dispatch_index < ?"
                        + " order by r.dispatch_index")
                .params(batchId, from, to)
                .query(Residents::resident)
                .list();
    }

    /** A resident with its place in a retry. */
    record Retried(int place, Resident resident) {}

    /** Residents of a range of a retry whose case is still open, in order. */
    List<Retried> inRetry(UUID retryId, int from, int to) {
        return client.sql("select i.place, " + COLUMNS + " from reexamination_retry_item i"
                        + " join reexamination_resident r on r.batch_id = i.batch_id and r.row_index = i.row_index"
                        + " join reexamination_open_case o on o.case_id = r.case_id"
                        + " where i.retry_id = ? and i.place >= ? and i.place < ? order by i.place")
                .params(retryId, from, to)
                .query((row, n) -> new Retried(row.getInt("place"), resident(row, n)))
                .list();
    }

    Recipients recipients(UUID batchId) {
        return client.sql("""
                        select count(*) filter (where preference = 'EMAIL') as mail_only,
                            count(*) filter (where preference = 'BRIEF') as letter_only,
                            count(*) filter (where preference = 'BEIDE') as both
                        from reexamination_resident where batch_id = ? and creation = 'CREATED'
                        """)
                .param(batchId)
                .query((row, n) ->
                        new Recipients(row.getInt("mail_only"), row.getInt("letter_only"), row.getInt("both")))
                .single();
    }

    /** The resident at a place among those with a case who want to be written to by this channel, in order. */
    Optional<Resident> recipient(UUID batchId, Channel channel, int place) {
        String other = channel == Channel.MAIL ? "BRIEF" : "EMAIL";
        return client.sql("select " + COLUMNS + " from reexamination_resident r where batch_id = ?"
                        + " and creation = 'CREATED' and preference <> ? order by row_index offset ? limit 1")
                .params(batchId, other, place)
                .query(Residents::resident)
                .optional();
    }

    /** Where mail to a resident goes, as it stands in the row with this index. */
    record MailTo(int rowIndex, String email) {}

    /**
     * Residents who are written to by mail, in order.
     *
     * @param after the index of the row before the first; -1 from the start
     */
    List<MailTo> mailTo(UUID batchId, int after, int atMost) {
        return mailTo(batchId, "", after, atMost);
    }

    /** The same for those whose case is open. */
    List<MailTo> mailToOpen(UUID batchId, int after, int atMost) {
        return mailTo(batchId, " join reexamination_open_case o on o.case_id = r.case_id", after, atMost);
    }

    private List<MailTo> mailTo(UUID batchId, String join, int after, int atMost) {
        return client.sql("select r.row_index, r.email from reexamination_resident r" + join
                        + " where r.batch_id = ? and r.row_index > ? and r.preference <> 'BRIEF'"
                        + " order by r.row_index limit ?")
                .params(batchId, after, atMost)
                .query((row, n) -> new MailTo(row.getInt("row_index"), row.getString("email")))
                .list();
    }

    /** The cases of a range of the dispatch, in order. */
    List<UUID> casesInDispatch(UUID batchId, int from, int to) {
        return client.sql("select case_id from reexamination_resident where batch_id = ? and dispatch_index >= ?"
                        + " and dispatch_index < ? order by dispatch_index")
                .params(batchId, from, to)
                .query(UUID.class)
                .list();
    }

    /**
     * Records who was reached and what went wrong. Who was reached by mail or by letter is invited, also when the other
     * one failed.
     */
    void markInvited(List<Fate> fates) {
        client.sql("""
                        update reexamination_resident r
                        set dispatch = case when f.reached then 'INVITED' else 'FAILED' end, failure = f.failure
                        from unnest(:cases::uuid[], :reached::boolean[], :failures::text[]) f (case_id, reached, failure)
                        where r.case_id = f.case_id
                        """)
                .param("cases", fates.stream().map(Fate::caseId).toArray(UUID[]::new))
                .param("reached", fates.stream().map(Fate::reached).toArray(Boolean[]::new))
                .param("failures", fates.stream().map(Fate::failure).toArray(String[]::new))
                .update();
    }

    Tally creationTally(UUID batchId) {
        return tally(batchId, "creation = 'CREATED'", "creation = 'FAILED'", "true");
    }

    Tally dispatchTally(UUID batchId) {
        return tally(batchId, "dispatch = 'INVITED'", "dispatch = 'FAILED'", "creation = 'CREATED'");
    }

    private Tally tally(UUID batchId, String done, String failed, String counted) {
        return client.sql("select count(*) filter (where %s) as done, count(*) filter (where %s) as failed, count(*)"
                                .formatted(done, failed)
                        + " as total from reexamination_resident where batch_id = ? and " + counted)
                .param(batchId)
                .query((row, n) -> new Tally(row.getInt("done"), row.getInt("failed"), row.getInt("total")))
                .single();
    }

    /** Residents that were left behind in either phase, in the spreadsheet's order; at most so many. */
    List<Unprocessed> unprocessed(UUID batchId, int atMost) {
        return client.sql("select " + COLUMNS + ", r.failure, o.case_id is not null as retryable"
                        + " from reexamination_resident r"
                        + " left join reexamination_open_case o on o.case_id = r.case_id"
                        + " where r.batch_id = ? and r.failure is not null order by r.row_index limit ?")
                .params(batchId, atMost)
                .query((row, n) -> {
                    Resident left = resident(row, n);
                    return new Unprocessed(
                            left.rowNumber(),
                            left.name(),
                            row.getString("failure"),
                            row.getBoolean("retryable"),
                            left.caseId());
                })
                .list();
    }

    /** The resident whom a case is about. */
    Optional<Resident> ofCase(UUID caseId) {
        return client.sql("select " + COLUMNS + " from reexamination_resident r where r.case_id = ?")
                .param(caseId)
                .query(Residents::resident)
                .optional();
    }

    /** The resident whom a case of the municipality is about. */
    Optional<Resident> ofCaseNumber(UUID municipality, String caseNumber) {
        return client.sql("select " + COLUMNS + " from reexamination_resident r"
                        + " join reexamination_batch b on b.id = r.batch_id"
                        + " where b.municipality_id = ? and r.case_id ="
                        + " (select id from cases_case where number = ?)")
                .params(municipality, caseNumber)
                .query(Residents::resident)
                .optional();
    }

    /** The first residents of the latest batch of the municipality that has cases. */
    List<Resident> ofLatestBatch(UUID municipality, int atMost) {
        return client.sql("select " + COLUMNS + " from reexamination_resident r where r.batch_id ="
                        + " (select b.id from reexamination_batch b where b.municipality_id = ? and exists"
                        + " (select from reexamination_resident c where c.batch_id = b.id and c.creation = 'CREATED')"
                        + " order by b.uploaded_at desc limit 1)"
                        + " and r.creation = 'CREATED' order by r.row_index limit ?")
                .params(municipality, atMost)
                .query(Residents::resident)
                .list();
    }

    /** Those of the cases whose resident wants to be written to by mail. */
    Set<UUID> writtenToByMail(List<UUID> caseIds) {
        return Set.copyOf(client.sql(
                        "select case_id from reexamination_resident where case_id = any(?) and preference <> 'BRIEF'")
                .param(caseIds.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    /** The number of the resident's open case of the scheme. */
    Optional<String> numberOfOpenCase(UUID municipality, Resident resident) {
        return client.sql("""
                        select r.case_number from reexamination_open_case o
                        join reexamination_resident r on r.case_id = o.case_id
                        where o.municipality_id = ? and o.bsn = ? and o.scheme = ?
                        """)
                .params(municipality, resident.bsn().value(), resident.scheme())
                .query(String.class)
                .optional();
    }

    /** How many open cases of a municipality await the data of a resident who is written to by mail. */
    long remindable(UUID municipality) {
        return client.sql("""
                        select count(*) from reexamination_open_case o
                        join reexamination_resident r on r.case_id = o.case_id
                        join cases_case c on c.id = o.case_id
                        where o.municipality_id = ? and r.preference <> 'BRIEF'
                        and c.stage in ('CREATED', 'AWAITING_DATA')
                        """).param(municipality).query(Long.class).single();
    }

    void correctEmail(UUID caseId, EmailAddress email) {
        client.sql("update reexamination_resident set email = ? where case_id = ?")
                .params(email.value(), caseId)
                .update();
    }

    void correctAddress(UUID caseId, PostalAddress address) {
        client.sql("""
                        update reexamination_resident set street = :street, house_number = :number, addition = :addition,
                            postcode = :postcode, city = :city
                        where case_id = :case
                        """)
                .param("street", address.street())
                .param("number", address.houseNumber())
                .param("addition", address.addition())
                .param("postcode", address.postcode().value())
                .param("city", address.city())
                .param("case", caseId)
                .update();
    }

    /** Frees the place among the open cases of the scheme. */
    void release(UUID caseId) {
        client.sql("delete from reexamination_open_case where case_id = ?")
                .param(caseId)
                .update();
    }

    private static Resident resident(ResultSet row, int n) throws SQLException {
        return new Resident(
                row.getInt("row_index"),
                row.getInt("row_number"),
                new Bsn(row.getString("bsn")),
                row.getString("initials"),
                row.getString("infix"),
                row.getString("surname"),
                row.getObject("birth_date", LocalDate.class),
                row.getString("street"),
                row.getString("house_number"),
                row.getString("addition"),
                row.getString("postcode"),
                row.getString("city"),
                row.getString("email"),
                row.getString("phone"),
                CommunicationPreference.valueOf(row.getString("preference")),
                row.getString("scheme"),
                row.getObject("final_date", LocalDate.class),
                row.getObject("case_id", UUID.class),
                row.getString("case_number"),
                row.getObject("dispatch_index", Integer.class));
    }
}
