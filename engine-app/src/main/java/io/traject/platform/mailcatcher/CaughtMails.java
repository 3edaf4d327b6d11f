package io.traject.platform.mailcatcher;

import io.traject.kernel.BusinessTime;
import io.traject.kernel.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The mails that were caught. */
@Repository
public class CaughtMails {

    private static final String LISTED =
            "select id, received_at, sender, recipients, subject, length(content) as size from platform_caught_mail ";

    private static final String RECEIVED_BY = """
            where (:recipient = '' or exists (
                select from unnest(recipients) address where position(:recipient in address) > 0))
            """;

    private final JdbcClient jdbc;
    private final BusinessTime time;

    CaughtMails(JdbcClient jdbc, BusinessTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Keeps a mail; it is on disk when this returns. */
    void add(String sender, List<String> recipients, String subject, byte[] content) {
        jdbc.sql("""
                insert into platform_caught_mail (id, received_at, sender, recipients, subject, content)
                values (?, ?, ?, ?, ?, ?)""")
                .params(
                        Ids.next(),
                        OffsetDateTime.ofInstant(time.now(), ZoneOffset.UTC),
                        sender,
                        recipients.stream().map(CaughtMails::asStored).toArray(String[]::new),
                        subject,
                        content)
                .update();
    }

    /**
     * The newest mails first.
     *
     * @param recipient a part of a recipient's address, or empty for all
     */
    public List<CaughtMail> page(String recipient, int offset, int size) {
        return jdbc.sql(LISTED + RECEIVED_BY + "order by id desc offset :offset limit :size")
                .param("recipient", asStored(recipient))
                .param("offset", offset)
                .param("size", size)
                .query(CaughtMails::listed)
                .list();
    }

    /** How many there are; counting stops at the limit. */
    public long count(String recipient, int limit) {
        return jdbc.sql("select count(*) from (select 1 from platform_caught_mail " + RECEIVED_BY
                        + "limit :limit) counted")
                .param("recipient", asStored(recipient))
                .param("limit", limit)
                .query(Long.class)
                .single();
    }

    public Optional<CaughtMail> find(UUID id) {
        return jdbc.sql(LISTED + "where id = ?")
                .param(id)
                .query(CaughtMails::listed)
                .optional();
    }

    /** The mail as it came over the line. */
    public Optional<byte[]> content(UUID id) {
        return jdbc.sql("select content from platform_caught_mail where id = ?")
                .param(id)
                .query((row, number) -> row.getBytes("content"))
                .optional();
    }

    /** Removes all mails and tells how many there were. */
    public int clear() {
        return jdbc.sql("delete from platform_caught_mail").update();
    }

    private static String asStored(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }

    private static CaughtMail listed(ResultSet row, int number) throws SQLException {
        return new CaughtMail(
                row.getObject("id", UUID.class),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getString("sender"),
                List.of((String[]) row.getArray("recipients").getArray()),
                row.getString("subject"),
                row.getLong("size"));
    }
}
