package io.traject.workers.mail;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Mails of the outbox that have been sent or refused, for those who decide which are still wanted. */
@Repository
public class OldMails {

    private static final String ENDED = "state in ('SENT', 'FAILED')";

    private final JdbcClient jdbc;

    OldMails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those written before, in the order of their ids, from the one that comes after. */
    public List<UUID> writtenBefore(Instant before, UUID after, int limit) {
        return jdbc.sql("select id from mail_outbox where " + ENDED
                        + " and created_at < ? and id > ? order by id limit ?")
                .params(before.atOffset(ZoneOffset.UTC), after, limit)
                .query(UUID.class)
                .list();
    }

    /** @return how many there were */
    public int delete(Collection<UUID> ids) {
        return jdbc.sql("delete from mail_outbox where id = any(?) and " + ENDED)
                .param(ids.toArray(UUID[]::new))
                .update();
    }
}
