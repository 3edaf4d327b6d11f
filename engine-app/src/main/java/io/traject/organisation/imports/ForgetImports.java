package io.traject.organisation.imports;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.FallsDue;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An import that nobody works at is full of personal data: its file and rows are deleted after seven days. */
@Component
class ForgetImports implements FallsDue {

    static final Duration KEPT = Duration.ofDays(7);

    private final Imports imports;
    private final JdbcClient jdbc;
    private final BusinessTime time;

    ForgetImports(Imports imports, JdbcClient jdbc, BusinessTime time) {
        this.imports = imports;
        this.jdbc = jdbc;
        this.time = time;
    }

    void forget() {
        imports.deleteSettledBefore(time.now().minus(KEPT));
    }

    @Override
    public String kind() {
        return "old-import";
    }

    @Override
    public List<Due> between(Instant from, Instant upTo) {
        return jdbc.sql("""
                        select min(settled_at) as settled_at, count(*) as imports from organisation_import
                        where settled_at between ? and ?
                        group by date_trunc('minute', settled_at) order by 1""")
                .params(
                        from.minus(KEPT).atOffset(ZoneOffset.UTC),
                        upTo.minus(KEPT).atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Due(
                        row.getObject("settled_at", OffsetDateTime.class)
                                .toInstant()
                                .plus(KEPT),
                        "",
                        row.getLong("imports")))
                .list();
    }

    @Override
    public boolean happensByItself() {
        return true;
    }

    @Override
    public void catchUp() {
        forget();
    }

    /** Once an hour. */
    @Configuration
    static class Schedule {

        private static final Duration PAUSE = Duration.ofHours(1);

        @Bean
        Task<Void> forgetImportsTask(ForgetImports forget) {
            return Tasks.recurring("organisation.forgetImports", FixedDelay.of(PAUSE))
                    .execute((task, context) -> forget.forget());
        }
    }
}
