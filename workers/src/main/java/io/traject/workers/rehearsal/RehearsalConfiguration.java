package io.traject.workers.rehearsal;

import io.traject.workers.engine.EngineClock;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Only in a rehearsal is there a clock that moves. */
@Configuration
@ConditionalOnBooleanProperty("traject.rehearsal")
class RehearsalConfiguration {

    @Bean
    MovableClock movableClock(ClockOffset stored) {
        return new MovableClock(stored, InstantSource.system());
    }

    @Bean
    EngineClock engineClock(MovableClock clock, @Value("${zeebe.management.addresses}") List<URI> brokers) {
        return new EngineClock(clock, brokers);
    }

    @Bean
    ClockMoves clockMoves(DataSource dataSource) {
        return new ClockMoves(dataSource);
    }

    @Bean
    KeepEngineClock keepEngineClock(EngineClock engine, ClockMoves moves) {
        return new KeepEngineClock(engine, moves);
    }
}
