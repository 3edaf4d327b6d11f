package io.traject.access.audit;

import io.traject.access.audit.CheckSeal.Checked;
import io.traject.kernel.RealTime;
import io.traject.kernel.SetUpCheck;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
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
        List<Optional<Checked>> latest =
                Arrays.stream(Log.values()).map(checkSeal::latest).toList();
        Optional<SealCheck.Finding> broken = latest.stream()
                .flatMap(Optional::stream)
                .flatMap(checked -> checked.finding().stream())
                .findFirst();
        if (broken.isPresent()) {
            return Finding.missing("access.audit.check.broken", broken.get().block())
                    .mendedAt(PAGE);
        }
        Instant longAgo = time.now().minus(TOO_LONG);
        return latest.stream()
                        .allMatch(checked -> checked.filter(last -> last.at().isAfter(longAgo))
                                .isPresent())
                ? Finding.ok("access.audit.check.ok")
                : Finding.warning("access.audit.check.longAgo").mendedAt(PAGE);
    }
}
