package io.traject.access.events;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.Ids;
import io.traject.kernel.RealTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The security events of all accounts. */
@Component
public class SecurityEvents {

    private static final LocalTime AT_NIGHT = LocalTime.of(3, 45);
    private static final Duration AS_ONE = Duration.ofHours(1);

    private final JdbcClient database;
    private final RealTime time;
    private final Duration kept;

    SecurityEvents(
            JdbcClient database, RealTime time, @Value("${traject.retention.security-events:365d}") Duration kept) {
        this.database = database;
        this.time = time;
        this.kept = kept;
    }

    /** The latest first. */
    public List<SecurityEvent> page(UUID userId, int offset, int size) {
        return database.sql("""
                        select kind, at, address, device, by_name, times from access_security_event
                        where user_id = ? order by at desc, id desc offset ? limit ?""")
                .param(userId)
                .param(offset)
                .param(size)
                .query((row, number) -> new SecurityEvent(
                        SecurityEventKind.valueOf(row.getString("kind")),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        new Origin(row.getString("address"), row.getString("device"), row.getString("by_name")),
                        row.getInt("times")))
                .list();
    }

    public long count(UUID userId) {
        return database.sql("select count(*) from access_security_event where user_id = ?")
                .param(userId)
                .query(Long.class)
                .single();
    }

    void add(UUID userId, SecurityEventKind kind, Origin origin) {
        database.sql("""
                        insert into access_security_event (id, user_id, kind, at, address, device, by_name, times)
                        values (?, ?, ?, ?, ?, ?, ?, 1)""")
                .param(Ids.next())
                .param(userId)
                .param(kind.name())
                .param(utc(time.now()))
                .param(origin.address())
                .param(origin.device())
                .param(origin.by())
                .update();
    }

    /**
     * Adds one that may come in thousands: the same from the same place within an hour is counted in one row. Two that
     * come at once may make two rows.
     *
     * @return how often it came
     */
    int count(UUID userId, SecurityEventKind kind, Origin origin) {
        Instant now = time.now();
        return database.sql("""
                        update access_security_event set times = times + 1, at = :now
                        where id = (select id from access_security_event
                                    where user_id = :user and kind = :kind and address = :address and at > :since
                                    order by at desc limit 1)
                        returning times""")
                .param("now", utc(now))
                .param("since", utc(now.minus(AS_ONE)))
                .param("user", userId)
                .param("kind", kind.name())
                .param("address", origin.address())
                .query(Integer.class)
                .optional()
                .orElseGet(() -> {
                    add(userId, kind, origin);
                    return 1;
                });
    }

    @Bean
    Task<Void> forgetSecurityEventsTask() {
        return Tasks.recurring("access.forgetSecurityEvents", Schedules.daily(BusinessTime.ZONE, AT_NIGHT))
                .execute((task, context) -> forget());
    }

    void forget() {
        database.sql("delete from access_security_event where at < ?")
                .param(utc(time.now().minus(kept)))
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
