package io.traject.kernel;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The two clocks. */
@Configuration
class ClockConfiguration {

    /** In a rehearsal the workers bring one that can be moved. */
    @Bean
    @ConditionalOnBooleanProperty(name = "traject.rehearsal", havingValue = false, matchIfMissing = true)
    Clock systemClock() {
        return Clock.systemUTC();
    }

    @Bean
    BusinessTime businessTime(Clock clock) {
        return new BusinessTime(clock);
    }

    @Bean
    RealTime realTime() {
        return new RealTime(Clock.systemUTC());
    }
}
