package io.traject.agenda;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.traject.access.SystemActor;
import io.traject.kernel.FallsDue;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks every minute, once in the cluster, which reminders of appointments are due. A rehearsal stops at each moment. */
@Component
class AppointmentReminderSchedule implements FallsDue {

    private static final Duration SWEEP = Duration.ofMinutes(1);

    private final RemindOfAppointments reminders;
    private final JdbcClient database;

    AppointmentReminderSchedule(RemindOfAppointments reminders, JdbcClient database) {
        this.reminders = reminders;
        this.database = database;
    }

    @Bean
    Task<Void> remindOfAppointmentsTask() {
        return Tasks.recurring("agenda.remindOfAppointments", FixedDelay.of(SWEEP))
                .execute((task, context) -> catchUp());
    }

    @Override
    public String kind() {
        return "appointment-reminder";
    }

    @Override
    public List<Due> between(Instant from, Instant upTo) {
        return database.sql("""
                        select a.reminder_due_at, t.code, count(*)
                        from agenda_appointment a join agenda_consultation_type t on t.id = a.consultation_type_id
                        where a.reminder_due_at >= ? and a.reminder_due_at <= ? and a.state = 'PLANNED'
                          and a.reminder_sent_at is null
                        group by a.reminder_due_at, t.code order by a.reminder_due_at
                        """)
                .params(from.atOffset(ZoneOffset.UTC), upTo.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Due(
                        row.getTimestamp("reminder_due_at").toInstant(), row.getString("code"), row.getLong("count")))
                .list();
    }

    @Override
    public boolean happensByItself() {
        return true;
    }

    @Override
    public void catchUp() {
        SystemActor.run(() -> {
            boolean more;
            do {
                more = reminders.sendSome();
            } while (more);
        });
    }
}
