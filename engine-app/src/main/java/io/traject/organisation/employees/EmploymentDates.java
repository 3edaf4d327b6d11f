package io.traject.organisation.employees;

import io.traject.events.Dated;
import io.traject.events.PassingDate;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Dates of all employments of employees, past and future ones too, from or up to which triggers may count. */
@Configuration
class EmploymentDates {

    @Bean
    PassingDate firstDayOfEmployment(JdbcClient jdbc) {
        return new Column(EmployeeFacts.EMPLOYED_FROM, "starts_on", jdbc);
    }

    @Bean
    PassingDate lastDayOfEmployment(JdbcClient jdbc) {
        return new Column(EmployeeFacts.EMPLOYED_UNTIL, "ends_on", jdbc);
    }

    private record Column(String key, String column, JdbcClient jdbc) implements PassingDate {

        @Override
        public List<String> about() {
            return EmployeeEvents.ABOUT;
        }

        @Override
        public List<Dated> after(UUID organisation, Dated position, LocalDate upTo, int atMost) {
            return jdbc.sql("""
                            select distinct employee_id, %1$s as day from organisation_employment
                            where organisation_id = :organisation and (%1$s, employee_id) > (:after, :thing) and %1$s <= :upTo
                            order by %1$s, employee_id limit :limit
                            """.formatted(column))
                    .param("organisation", organisation)
                    .param("after", position.date())
                    .param("thing", position.thing())
                    .param("upTo", upTo)
                    .param("limit", atMost)
                    .query((row, number) -> new Dated(
                            row.getObject("employee_id", UUID.class),
                            Dated.startOf(row.getObject("day", LocalDate.class))))
                    .list();
        }
    }
}
