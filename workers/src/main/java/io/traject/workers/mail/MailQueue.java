package io.traject.workers.mail;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The operator's view of the outbox: how much waits, and what was refused. Tells nothing about anybody. */
@Repository
public class MailQueue {

    /** Mail servers repeat the address that they refuse. */
    private static final Pattern MAILBOX = Pattern.compile("[^\\s<>\"',;:]+@");

    private final JdbcClient jdbc;

    MailQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param oldest when the mail was written that waits longest */
    public record Open(int waiting, int beingSent, Optional<Instant> oldest) {}

    public record FailuresOfDay(LocalDate day, int mails) {}

    /**
     * A mail that was refused for good.
     *
     * @param reason the mail server's words, without names of mailboxes
     */
    public record FailedMail(
            UUID id, int attempts, @Nullable String reason, Instant at) {}

    public Open open() {
        return jdbc.sql("""
                        select count(*) filter (where state = 'READY') as waiting,
                            count(*) filter (where state = 'SENDING') as sending, min(created_at) as oldest
                        from mail_outbox where state in ('READY', 'SENDING')""")
                .query((row, number) -> new Open(
                        row.getInt("waiting"),
                        row.getInt("sending"),
                        Optional.ofNullable(row.getObject("oldest", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .single();
    }

    /** Mails of a sender that were written before a moment and are not sent yet, counted to a thousand. */
    public int waiting(UUID sender, Instant before) {
        return jdbc.sql("""
                        select count(*) from (
                            select from mail_outbox
                            where sender_id = ? and state in ('READY', 'SENDING') and created_at < ? limit 1000) waiting""")
                .params(sender, before.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    public int failed() {
        return jdbc.sql("select count(*) from mail_outbox where failed_at is not null")
                .query(Integer.class)
                .single();
    }

    public int failedSince(Instant since) {
        return jdbc.sql("select count(*) from mail_outbox where failed_at >= ?")
                .param(since.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /** Days on which mails were refused, the latest first. */
    public List<FailuresOfDay> failuresPerDay(ZoneId zone, int days) {
        return jdbc.sql("""
                        select (failed_at at time zone ?)::date as day, count(*) as mails from mail_outbox
                        where failed_at is not null group by 1 order by 1 desc limit ?""")
                .params(zone.getId(), days)
                .query((row, number) -> new FailuresOfDay(row.getObject("day", LocalDate.class), row.getInt("mails")))
                .list();
    }

    /** The latest first. */
    public List<FailedMail> failed(long offset, int limit) {
        return jdbc.sql("""
                        select id, attempts, last_error, failed_at from mail_outbox
                        where failed_at is not null order by failed_at desc, id offset ? limit ?""")
                .params(offset, limit)
                .query((row, number) -> new FailedMail(
                        row.getObject("id", UUID.class),
                        row.getInt("attempts"),
                        withoutMailboxes(row.getString("last_error")),
                        row.getObject("failed_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static @Nullable String withoutMailboxes(@Nullable String words) {
        return words == null ? null : MAILBOX.matcher(words).replaceAll("…@");
    }
}
