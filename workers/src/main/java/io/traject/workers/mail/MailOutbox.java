package io.traject.workers.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Mails that leave, or have left, the building. */
@Repository
public class MailOutbox {

    private static final String OPEN = "state in ('READY', 'SENDING')";
    private static final String FREE = OPEN + " and (claimed_until is null or claimed_until <= now())";
    private static final String STATUS =
            "id, group_id, group_index, state, attempts, last_error, created_at, sent_at, message_id";

    /** Cases go by business time, which a rehearsal moves; leases and pauses keep real time. */
    private static final String BUSINESS_NOW =
            "now() + (select offset_millis * interval '1 millisecond' from business_clock)";

    private final JdbcClient jdbc;
    private final ObjectProvider<MailClosing> closings;

    MailOutbox(JdbcClient jdbc, ObjectProvider<MailClosing> closings) {
        this.jdbc = jdbc;
        this.closings = closings;
    }

    /** Writes mails in the caller's transaction. One whose id, or place in its group, is taken is there already. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(List<OutgoingMail> written) {
        List<OutgoingMail> mails = written.stream().map(this::close).toList();
        jdbc.sql("""
                        insert into mail_outbox (id, group_id, group_index, sender_id, from_address, to_address,
                                                 subject, text, html, language_tag)
                        select * from unnest(?::uuid[], ?::uuid[], ?::int[], ?::uuid[], ?::text[], ?::text[],
                                             ?::text[], ?::text[], ?::text[], ?::text[])
                        on conflict do nothing""")
                .param(column(mails, OutgoingMail::id, UUID[]::new))
                .param(column(mails, OutgoingMail::group, UUID[]::new))
                .param(column(mails, OutgoingMail::groupIndex, Integer[]::new))
                .param(column(mails, OutgoingMail::sender, UUID[]::new))
                .param(column(mails, OutgoingMail::from, String[]::new))
                .param(column(mails, OutgoingMail::to, String[]::new))
                .param(column(mails, OutgoingMail::subject, String[]::new))
                .param(column(mails, OutgoingMail::text, String[]::new))
                .param(column(mails, OutgoingMail::html, String[]::new))
                .param(column(mails, OutgoingMail::languageTag, String[]::new))
                .update();
    }

    private OutgoingMail close(OutgoingMail mail) {
        OutgoingMail closed = mail;
        for (MailClosing closing : closings) {
            closed = closing.close(closed);
        }
        return closed;
    }

    private static <T> T[] column(
            List<OutgoingMail> mails,
            Function<OutgoingMail, @Nullable T> value,
            java.util.function.IntFunction<T[]> array) {
        return mails.stream().map(value).toArray(array);
    }

    /** The mail as it was written. */
    public Optional<OutgoingMail> mail(UUID id) {
        return jdbc.sql("select * from mail_outbox where id = ?")
                .param(id)
                .query(MailOutbox::mail)
                .optional();
    }

    public Optional<MailStatus> status(UUID id) {
        return jdbc.sql("select " + STATUS + " from mail_outbox where id = ?")
                .param(id)
                .query(MailOutbox::status)
                .optional();
    }

    /** What has become of part of a group, in its order; {@code to} is exclusive. */
    public List<MailStatus> statuses(UUID group, int from, int to) {
        var range = new MailSelection.Range(group, from, to);
        return jdbc.sql("select " + STATUS + " from mail_outbox where " + range.condition() + " order by group_index")
                .params(range.parameters())
                .query(MailOutbox::status)
                .list();
    }

    /** How many mails of a group are in each state; states that none is in are missing. */
    public Map<MailState, Integer> counts(UUID group) {
        var counts = new EnumMap<MailState, Integer>(MailState.class);
        jdbc.sql("select state, count(*) as mails from mail_outbox where group_id = ? group by state")
                .param(group)
                .query(row -> {
                    counts.put(MailState.valueOf(row.getString("state")), row.getInt("mails"));
                });
        return counts;
    }

    /**
     * Keeps what is open of a group from leaving, in the caller's transaction, until {@link #letGo}. What a worker has
     * in hand at that moment still goes: a few mails.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void holdBack(UUID group) {
        jdbc.sql("insert into mail_group_held_back (group_id) values (?) on conflict do nothing")
                .param(group)
                .update();
    }

    /** Lets the mails of a group leave again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void letGo(UUID group) {
        jdbc.sql("delete from mail_group_held_back where group_id = ?")
                .param(group)
                .update();
    }

    /** Whether nothing of this may leave for now. */
    boolean isHeldBack(MailSelection selection) {
        return selection instanceof MailSelection.Range(UUID group, int from, int to)
                && jdbc.sql("select exists (select from mail_group_held_back where group_id = ?)")
                        .param(group)
                        .query(Boolean.class)
                        .single();
    }

    /** Mails that were refused for good, the latest first. */
    public List<MailStatus> failed(int limit) {
        return jdbc.sql("select " + STATUS
                        + " from mail_outbox where failed_at is not null order by failed_at desc limit ?")
                .param(limit)
                .query(MailOutbox::status)
                .list();
    }

    /**
     * Takes mails back that nobody has begun to send, in the caller's transaction.
     *
     * @return which ones
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<UUID> withdraw(List<UUID> ids) {
        return jdbc.sql("delete from mail_outbox where id = any(?) and state = 'READY' returning id")
                .param(ids.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    /** Whose mails are open among these: one sender's, as a rule; empty stands for the platform. */
    List<Optional<UUID>> senders(MailSelection selection) {
        return jdbc.sql("select distinct sender_id from mail_outbox where " + selection.condition() + " and " + OPEN)
                .params(selection.parameters())
                .query((row, number) -> Optional.ofNullable(row.getObject("sender_id", UUID.class)))
                .list();
    }

    /**
     * Takes mails of one sender that nobody is sending, in their order. For the time of the lease nobody else gets them; whoever has
     * not noted an outcome by then has lost them.
     */
    List<OutgoingMail> claim(MailSelection selection, @Nullable UUID sender, int limit, Duration lease) {
        return jdbc.sql("""
                        with claimed as (
                            update mail_outbox
                            set state = 'SENDING', claimed_until = now() + :lease::interval
                            where id in (select id from mail_outbox where %s and %s
                                         and sender_id is not distinct from :sender
                                         and not exists (select from mail_group_held_back h where h.group_id = :held)
                                         order by group_index limit :limit for update skip locked)
                            returning *)
                        select * from claimed order by group_index""".formatted(selection.condition(), FREE))
                .params(selection.parameters())
                .param("held", selection instanceof MailSelection.Range range ? range.group() : null, Types.OTHER)
                .param("sender", sender, Types.OTHER)
                .param("lease", lease.toString())
                .param("limit", limit)
                .query(MailOutbox::mail)
                .list();
    }

    void markSent(List<SentMail> mails) {
        jdbc.sql("""
                        update mail_outbox set state = 'SENT', sent_at = %s, message_id = sent.message_id,
                            from_address = sent.from_address, attempts = attempts + 1, claimed_until = null, last_error = null
                        from unnest(?::uuid[], ?::text[], ?::text[]) as sent (mail, message_id, from_address)
                        where id = sent.mail and state = 'SENDING'""".formatted(BUSINESS_NOW))
                .param(mails.stream().map(SentMail::id).toArray(UUID[]::new))
                .param(mails.stream().map(SentMail::messageId).toArray(String[]::new))
                .param(mails.stream().map(SentMail::from).toArray(String[]::new))
                .update();
    }

    /** @param from who it was from in the end */
    record SentMail(UUID id, String messageId, String from) {}

    void markFailed(UUID id, String reason) {
        defer(id, reason, Duration.ZERO, 0);
    }

    /** The server asked to come back later; after so many times that is a refusal. */
    void defer(UUID id, String reason, Duration pause, int maxAttempts) {
        jdbc.sql("""
                        update mail_outbox set last_error = left(:reason, 500), attempts = attempts + 1,
                            state = case when attempts + 1 < :max then 'READY' else 'FAILED' end,
                            failed_at = case when attempts + 1 < :max then null else now() end,
                            claimed_until = case when attempts + 1 < :max then now() + :pause::interval end
                        where id = :id and state = 'SENDING'""")
                .param("reason", reason)
                .param("max", maxAttempts)
                .param("pause", pause.toString())
                .param("id", id)
                .update();
    }

    /** Gives back what was claimed and not tried. */
    void release(List<OutgoingMail> mails) {
        jdbc.sql("update mail_outbox set state = 'READY', claimed_until = null where id = any(?) and state = 'SENDING'")
                .param(column(mails, OutgoingMail::id, UUID[]::new))
                .update();
    }

    /** When the next of the mails that are neither sent nor refused may be taken; empty if there is none. */
    Optional<Duration> untilNextFree(MailSelection selection) {
        return jdbc.sql("""
                        select extract(epoch from min(coalesce(claimed_until, now())) - now()) from mail_outbox
                        where %s and %s""".formatted(selection.condition(), OPEN))
                .params(selection.parameters())
                .query((row, number) -> Optional.ofNullable(row.getBigDecimal(1))
                        .map(seconds ->
                                Duration.ofMillis(seconds.movePointRight(3).longValue())))
                .single();
    }

    private static OutgoingMail mail(ResultSet row, int number) throws SQLException {
        return new OutgoingMail(
                row.getObject("id", UUID.class),
                row.getObject("group_id", UUID.class),
                row.getInt("group_index"),
                row.getObject("sender_id", UUID.class),
                row.getString("from_address"),
                row.getString("to_address"),
                row.getString("subject"),
                row.getString("text"),
                row.getString("html"),
                row.getString("language_tag"));
    }

    private static MailStatus status(ResultSet row, int number) throws SQLException {
        return new MailStatus(
                row.getObject("id", UUID.class),
                row.getObject("group_id", UUID.class),
                row.getInt("group_index"),
                MailState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getString("last_error"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("sent_at", OffsetDateTime.class)),
                row.getString("message_id"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
