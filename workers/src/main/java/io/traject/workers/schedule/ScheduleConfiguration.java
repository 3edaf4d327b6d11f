package io.traject.workers.schedule;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

@Configuration
class ScheduleConfiguration {

    /** Schedules in the caller's transaction; call {@link ScheduledWork#wakeAfterCommit()} for what is due at once. */
    @Bean
    SchedulerClient schedulerClient(DataSource dataSource) {
        return SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource))
                .serializer(new JsonSerializer())
                .jdbcCustomization(postgreSql())
                .build();
    }

    static PostgreSqlJdbcCustomization postgreSql() {
        return new PostgreSqlJdbcCustomization(false, true);
    }
}
