package io.traject.workers.rehearsal;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far business time is ahead of real time, as everyone on this database sees it; zero outside of a rehearsal. */
@Repository
public class ClockOffset {

    private final JdbcClient jdbc;

    ClockOffset(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Duration read() {
        return Duration.ofMillis(jdbc.sql("select offset_millis from business_clock")
                .query(Long.class)
                .single());
    }

    /** @throws org.springframework.dao.DataIntegrityViolationException when it would be behind real time */
    void write(Duration offset) {
        jdbc.sql("update business_clock set offset_millis = ?")
                .param(offset.toMillis())
                .update();
    }
}
