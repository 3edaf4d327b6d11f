package io.traject.access.users;

import io.traject.kernel.RealTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Users whose password somebody else has seen: an administrator, or who ran the command. They must choose another. */
@Component
public class PasswordChangesDue {

    private final JdbcClient database;
    private final RealTime time;

    PasswordChangesDue(JdbcClient database, RealTime time) {
        this.database = database;
        this.time = time;
    }

    public boolean isDue(UUID userId) {
        return database.sql("select exists (select from access_password_change_due where user_id = ?)")
                .param(userId)
                .query(Boolean.class)
                .single();
    }

    void demand(UUID userId) {
        database.sql("insert into access_password_change_due (user_id, since) values (?, ?) on conflict do nothing")
                .param(userId)
                .param(time.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Those who have not been told yet that their password was reset; they count as told then. */
    List<UUID> tell() {
        return database.sql(
                        "update access_password_change_due set to_be_told = false where to_be_told returning user_id")
                .query(UUID.class)
                .list();
    }

    void met(UUID userId) {
        database.sql("delete from access_password_change_due where user_id = ?")
                .param(userId)
                .update();
    }
}
