package io.traject.kernel;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The two clocks. */
@Configuration
class ClockConfiguration {

    @Bean
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
