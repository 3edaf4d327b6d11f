package io.traject.reexamination;

import io.traject.access.Actor;
import io.traject.kernel.Ids;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
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

    void add(UUID municipality, boolean on, Actor by, Instant at) {
        jdbc.sql("""
                        insert into reexamination_reminder_change (id, municipality_id, reminders, changed_by,
                            changed_by_name, changed_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(Ids.next(), municipality, on, by.id(), by.displayName(), at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The newest first. */
    List<SwitchReminders.Change> changes(UUID municipality, int atMost) {
        return jdbc.sql("""
                        select reminders, changed_by_name, changed_at from reexamination_reminder_change
                        where municipality_id = ? order by id desc limit ?""")
                .params(municipality, atMost)
                .query((row, n) -> new SwitchReminders.Change(
                        row.getBoolean("reminders"),
                        row.getString("changed_by_name"),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    boolean isOn(UUID municipality) {
        return jdbc.sql("""
                        select reminders from reexamination_reminder_change where municipality_id = ?
                        order by id desc limit 1""").param(municipality).query(Boolean.class).optional().orElse(true);
    }
}
