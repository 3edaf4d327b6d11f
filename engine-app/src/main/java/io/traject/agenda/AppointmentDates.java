package io.traject.agenda;

import io.traject.events.Dated;
import io.traject.events.PassingDate;
import io.traject.kernel.BusinessTime;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The days of appointments that were not called off, from or up to which triggers may count. */
@Component
class AppointmentDates implements PassingDate {

    private final JdbcClient database;
    private final BusinessTime time;

    AppointmentDates(JdbcClient database, BusinessTime time) {
        this.database = database;
        this.time = time;
    }

    @Override
    public String key() {
        return AppointmentFacts.DATE;
    }

    @Override
    public List<String> about() {
        return AppointmentEvents.ABOUT;
    }

    @Override
    public List<Dated> after(UUID organisation, Dated position, LocalDate upTo, int atMost) {
        return database.sql("""
                        select id, starts_at from agenda_appointment
                        where organisation_id = ? and (starts_at, id) > (?, ?) and starts_at < ? and state <> 'CANCELLED'
                        order by starts_at, id limit ?
                        """)
                .params(
                        organisation,
                        position.moment().atOffset(ZoneOffset.UTC),
                        position.thing(),
                        time.endOf(upTo).atOffset(ZoneOffset.UTC),
                        atMost)
                .query((row, number) -> new Dated(
                        row.getObject("id", UUID.class),
                        row.getTimestamp("starts_at").toInstant()))
                .list();
    }
}
