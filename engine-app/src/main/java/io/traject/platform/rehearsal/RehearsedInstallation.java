package io.traject.platform.rehearsal;

import io.traject.platform.PlatformFailure;
import io.traject.workers.rehearsal.ClockOffset;
import java.time.Duration;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Keeps an installation whose clock was moved from going on in real time: what happened in it would lie in the future. */
@Component
@ConditionalOnBooleanProperty(name = "traject.rehearsal", havingValue = false, matchIfMissing = true)
class RehearsedInstallation implements InitializingBean {

    private final ClockOffset offset;

    RehearsedInstallation(ClockOffset offset) {
        this.offset = offset;
    }

    @Override
    public void afterPropertiesSet() {
        Duration ahead = offset.read();
        if (!ahead.isZero()) {
            throw new PlatformFailure(
                    "The clock of this installation was moved %d days and %d hours ahead in a rehearsal. Start it with TRAJECT_REHEARSAL=true, or begin with another data folder."
                            .formatted(ahead.toDays(), ahead.toHoursPart()));
        }
    }
}
