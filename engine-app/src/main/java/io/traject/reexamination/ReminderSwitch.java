package io.traject.reexamination;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whether a municipality reminds its residents: it does unless it was switched off (C8). */
@Repository
class ReminderSwitch {

    private final JdbcClient jdbc;

    ReminderSwitch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isOn(UUID municipality) {
        return jdbc.sql("""
                        select reminders from reexamination_reminder_change where municipality_id = ?
                        order by id desc limit 1""").param(municipality).query(Boolean.class).optional().orElse(true);
    }
}
