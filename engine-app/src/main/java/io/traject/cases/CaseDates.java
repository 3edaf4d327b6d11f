package io.traject.cases;

import io.traject.events.Dated;
import io.traject.events.PassingDate;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Dates of cases from or up to which triggers may count. */
@Configuration
class CaseDates {

    @Bean
    PassingDate dayOfOpening(JdbcClient jdbc) {
        return new Column("case.openedOn", "opened_at", Duration.ZERO, jdbc);
    }

    /** A final date lasts until the end of its day: the first moment of the next. */
    @Bean
    PassingDate finalDate(JdbcClient jdbc) {
        return new Column("case.dueOn", "due_at", ChronoUnit.MICROS.getDuration(), jdbc);
    }

    @Bean
    PassingDate dayOfEnd(JdbcClient jdbc) {
        return new Column("case.endedOn", "ended_at", Duration.ZERO, jdbc);
    }

    /** @param beyond how far after a moment of the day the column's moment is */
    private record Column(String key, String column, Duration beyond, JdbcClient jdbc) implements PassingDate {

        @Override
        public List<String> about() {
            return DeclaredCaseEvents.ABOUT;
        }

        @Override
        public List<Dated> after(UUID organisation, Dated position, LocalDate upTo, int atMost) {
            return jdbc.sql("""
                            select id, %1$s as moment from cases_case
                            where organisation_id = :organisation and (%1$s, id) > (:after, :thing) and %1$s < :end
                            order by %1$s, id limit :limit
                            """.formatted(column))
                    .param("organisation", organisation)
                    .param("after", position.moment().plus(beyond).atOffset(ZoneOffset.UTC))
                    .param("thing", position.thing())
                    .param("end", Dated.startOf(upTo.plusDays(1)).plus(beyond).atOffset(ZoneOffset.UTC))
                    .param("limit", atMost)
                    .query((row, number) -> new Dated(
                            row.getObject("id", UUID.class),
                            row.getObject("moment", OffsetDateTime.class)
                                    .toInstant()
                                    .minus(beyond)))
                    .list();
        }
    }
}
