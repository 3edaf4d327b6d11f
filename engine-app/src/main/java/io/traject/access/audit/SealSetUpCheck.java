package io.traject.access.audit;

import io.traject.kernel.RealTime;
import io.traject.kernel.SetUpCheck;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whether the logs were as they were sealed when they were last checked. */
@Component
@Order(80)
class SealSetUpCheck implements SetUpCheck {

    private static final String PAGE = "/audit/seal";
    private static final Duration TOO_LONG = Duration.ofDays(2);

    private final CheckSeal checkSeal;
    private final RealTime time;

    SealSetUpCheck(CheckSeal checkSeal, RealTime time) {
        this.checkSeal = checkSeal;
        this.time = time;
    }

    @Override
    public String titleKey() {
        return "access.audit.check";
    }

    @Override
    public Finding look() {
        Optional<SealCheck.Finding> broken = Arrays.stream(Log.values())
                .flatMap(log -> checkSeal.latest(log).stream())
                .flatMap(checked -> checked.finding().stream())
                .findFirst();
        if (broken.isPresent()) {
            return Finding.missing("access.audit.check.broken", broken.get().block())
                    .mendedAt(PAGE);
        }
        Instant longAgo = time.now().minus(TOO_LONG);
        if (Arrays.stream(Log.values()).allMatch(log -> isCheckedSince(longAgo, log))) {
            return Finding.ok("access.audit.check.ok");
        }
        return Arrays.stream(Log.values()).allMatch(log -> isYoungerThan(longAgo, log))
                ? Finding.ok("access.audit.check.soon")
                : Finding.warning("access.audit.check.longAgo").mendedAt(PAGE);
    }

    private boolean isCheckedSince(Instant moment, Log log) {
        return checkSeal
                .latest(log)
                .filter(checked -> checked.at().isAfter(moment))
                .isPresent();
    }

    private boolean isYoungerThan(Instant moment, Log log) {
        return checkSeal.begun(log).filter(begun -> begun.isBefore(moment)).isEmpty();
    }
}
