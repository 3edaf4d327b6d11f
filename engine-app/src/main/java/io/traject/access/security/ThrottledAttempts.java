package io.traject.access.security;

import io.traject.access.Attempts;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@link Throttle} for the doors of other rooms. */
@Component
class ThrottledAttempts implements Attempts {

    private final Throttle throttle;

    ThrottledAttempts(Throttle throttle) {
        this.throttle = throttle;
    }

    @Override
    public Optional<Duration> admit(String door, String key, String address) {
        try {
            throttle.admit(door, key, address);
            return Optional.empty();
        } catch (TooManyAttemptsException refused) {
            return Optional.of(refused.retryAfter());
        }
    }

    @Override
    public void forgive(String door, String key, String address) {
        throttle.forgive(door, key, address);
    }
}
