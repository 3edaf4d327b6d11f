package io.traject.platform.rehearsal;

import io.traject.kernel.Ids;
import io.traject.kernel.RealTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Every time that the clock was moved. */
@Repository
@OnRehearsal
class ClockAdvances {

    private static final TypeReference<List<FellDue>> FELL_DUE = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final RealTime time;
    private final JsonMapper json;

    ClockAdvances(JdbcClient jdbc, RealTime time, JsonMapper json) {
        this.jdbc = jdbc;
        this.time = time;
        this.json = json;
    }

    /** One that is still open was broken off with its application, as only one runs at a time. */
    UUID begin(Instant from, Instant target) {
        jdbc.sql(
                        "update platform_clock_advance set ended_at = ?, failure = 'the application was stopped' where ended_at is null")
                .param(utc(time.now()))
                .update();
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into platform_clock_advance (id, begun_at, target, reached, started_at)
                        values (?, ?, ?, ?, ?)""")
                .params(id, utc(from), utc(target), utc(from), utc(time.now()))
                .update();
        return id;
    }

    void reached(UUID id, Instant instant, List<FellDue> fellDue) {
        jdbc.sql("update platform_clock_advance set reached = ?, fell_due = fell_due || ?::jsonb where id = ?")
                .params(utc(instant), json.writeValueAsString(fellDue), id)
                .update();
    }

    void end(UUID id, @Nullable String failure) {
        jdbc.sql("update platform_clock_advance set ended_at = ?, failure = ? where id = ?")
                .param(utc(time.now()))
                .param(failure)
                .param(id)
                .update();
    }

    ClockAdvance get(UUID id) {
        return jdbc.sql("select * from platform_clock_advance where id = ?")
                .param(id)
                .query(this::advance)
                .single();
    }

    Optional<ClockAdvance> latest() {
        return jdbc.sql("select * from platform_clock_advance order by started_at desc limit 1")
                .query(this::advance)
                .optional();
    }

    private ClockAdvance advance(ResultSet row, int number) throws SQLException {
        return new ClockAdvance(
                row.getObject("id", UUID.class),
                instant(row, "begun_at"),
                instant(row, "target"),
                instant(row, "reached"),
                json.readValue(row.getString("fell_due"), FELL_DUE),
                instant(row, "started_at"),
                row.getObject("ended_at") != null,
                Optional.ofNullable(row.getString("failure")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
