package io.traject.communication.bounces;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far each mailbox was read. */
@Repository
class MailboxReadings {

    private final JdbcClient jdbc;

    MailboxReadings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What became of the last look.
     *
     * @param understood messages so far that told of a mail of ours
     * @param leftBehind messages so far that are still in the mailbox, for people to look at
     * @param failure why the last look failed
     */
    record Reading(
            long understood,
            long leftBehind,
            Instant readAt,
            @Nullable String failure) {}

    Optional<Reading> of(String mailbox) {
        return jdbc.sql("select * from communication_bounce_mailbox where mailbox = ?")
                .param(mailbox)
                .query((row, n) -> new Reading(
                        row.getLong("understood"),
                        row.getLong("left_behind"),
                        row.getTimestamp("read_at").toInstant(),
                        row.getString("failure")))
                .optional();
    }

    /** The number of the last message read; 0 when the server has numbered its messages anew. */
    long lastRead(String mailbox, long uidValidity) {
        return jdbc.sql("select last_uid from communication_bounce_mailbox where mailbox = ? and uid_validity = ?")
                .params(mailbox, uidValidity)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    void readUntil(String mailbox, long uidValidity, long uid, boolean understood) {
        jdbc.sql("""
                        insert into communication_bounce_mailbox (mailbox, uid_validity, last_uid, understood, left_behind,
                            read_at)
                        values (:mailbox, :validity, :uid, :understood, :left, now())
                        on conflict (mailbox) do update
                        set uid_validity = excluded.uid_validity, last_uid = excluded.last_uid,
                            understood = communication_bounce_mailbox.understood + excluded.understood,
                            left_behind = communication_bounce_mailbox.left_behind + excluded.left_behind
                        """)
                .param("mailbox", mailbox)
                .param("validity", uidValidity)
                .param("uid", uid)
                .param("understood", understood ? 1 : 0)
                .param("left", understood ? 0 : 1)
                .update();
    }

    void looked(String mailbox, Instant at, @Nullable String failure) {
        jdbc.sql("""
                        insert into communication_bounce_mailbox (mailbox, uid_validity, last_uid, understood, left_behind,
                            read_at, failure)
                        values (:mailbox, 0, 0, 0, 0, :at, :failure)
                        on conflict (mailbox) do update set read_at = excluded.read_at, failure = excluded.failure
                        """)
                .param("mailbox", mailbox)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("failure", failure)
                .update();
    }
}
