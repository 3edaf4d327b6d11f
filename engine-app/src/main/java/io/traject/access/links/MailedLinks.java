package io.traject.access.links;

import io.traject.access.accounts.Secrets;
import io.traject.kernel.EmailAddress;
import io.traject.kernel.RealTime;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The links that are out. A link holds 256 random bits and nothing to sign: it can't be guessed or made, it is known here
 * by its hash until it is used or has expired, and it says nothing about anyone.
 */
@Component
class MailedLinks {

    private final JdbcClient database;
    private final RealTime time;

    MailedLinks(JdbcClient database, RealTime time) {
        this.database = database;
        this.time = time;
    }

    enum Purpose {
        PASSWORD(Duration.ofHours(1)),
        EMAIL(Duration.ofHours(24));

        private final Duration valid;

        Purpose(Duration valid) {
            this.valid = valid;
        }

        Duration valid() {
            return valid;
        }
    }

    /** @param email that the mail with the link went to */
    record Link(UUID userId, EmailAddress email) {}

    /** @return the code that goes into the address */
    String make(UUID userId, Purpose purpose, EmailAddress email) {
        String code = Secrets.token();
        database.sql("""
                        insert into access_mailed_link (code_hash, user_id, purpose, email, expires_at)
                        values (?, ?, ?, ?, ?)""")
                .param(Secrets.hash(code))
                .param(userId)
                .param(purpose.name())
                .param(email.value())
                .param(utc(time.now().plus(purpose.valid())))
                .update();
        return code;
    }

    /** A link that still works. */
    Optional<Link> find(String code, Purpose purpose) {
        return database.sql("""
                        select user_id, email from access_mailed_link
                        where code_hash = ? and purpose = ? and expires_at > ?""")
                .param(Secrets.hash(code))
                .param(purpose.name())
                .param(utc(time.now()))
                .query((row, number) ->
                        new Link(row.getObject("user_id", UUID.class), new EmailAddress(row.getString("email"))))
                .optional();
    }

    /** Ends all links of the user for this purpose. @return false when somebody else was first */
    boolean useUp(String code, Purpose purpose, UUID userId) {
        boolean first = database.sql("delete from access_mailed_link where code_hash = ?")
                        .param(Secrets.hash(code))
                        .update()
                == 1;
        database.sql("delete from access_mailed_link where user_id = ? and purpose = ?")
                .param(userId)
                .param(purpose.name())
                .update();
        return first;
    }

    /** Harmless when several instances do it at once. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1H")
    void deleteExpired() {
        database.sql("delete from access_mailed_link where expires_at < ?")
                .param(utc(time.now()))
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
