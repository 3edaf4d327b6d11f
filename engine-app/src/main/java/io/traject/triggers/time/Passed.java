package io.traject.triggers.time;

import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How far the days were looked at that somebody waits for. */
@Repository
class Passed {

    private final JdbcClient jdbc;

    Passed(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The last day that was done; until the transaction ends nobody else looks at the same.
     *
     * @param first what counts as done where nobody looked before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    LocalDate locked(Awaited awaited, LocalDate first) {
        jdbc.sql("insert into triggers_passed values (?, ?, ?, ?) on conflict do nothing")
                .params(awaited.organisation(), awaited.type(), awaited.days(), first)
                .update();
        return jdbc.sql("""
                        select done_up_to from triggers_passed where organisation_id = ? and type = ? and days = ?
                        for update
                        """)
                .params(awaited.organisation(), awaited.type(), awaited.days())
                .query(LocalDate.class)
                .single();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void doneUpTo(LocalDate day, Awaited awaited) {
        jdbc.sql("""
                        update triggers_passed set done_up_to = :day
                        where organisation_id = :organisation and type = :type and days = :days and done_up_to < :day
                        """)
                .param("day", day)
                .param("organisation", awaited.organisation())
                .param("type", awaited.type())
                .param("days", awaited.days())
                .update();
    }

    /** What nobody waits for any more, so that whoever waits for it later begins anew. */
    @Transactional(propagation = Propagation.MANDATORY)
    void keepOnly(Collection<Awaited> awaited) {
        jdbc.sql("""
                        delete from triggers_passed p where not exists (
                            select from unnest(:organisations, :types, :days) as w (organisation_id, type, days)
                            where (w.organisation_id, w.type, w.days) = (p.organisation_id, p.type, p.days))
                        """)
                .param(
                        "organisations",
                        awaited.stream().map(Awaited::organisation).toArray(UUID[]::new))
                .param("types", awaited.stream().map(Awaited::type).toArray(String[]::new))
                .param("days", awaited.stream().map(Awaited::days).toArray(Integer[]::new))
                .update();
    }
}
