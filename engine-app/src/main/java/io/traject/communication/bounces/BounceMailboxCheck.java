package io.traject.communication.bounces;

import io.traject.kernel.SetUpCheck;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whether notices of mails that came back are read. */
@Component
@Order(65)
class BounceMailboxCheck implements SetUpCheck {

    private final BounceProperties properties;
    private final MailboxReadings readings;

    BounceMailboxCheck(BounceProperties properties, MailboxReadings readings) {
        this.properties = properties;
        this.readings = readings;
    }

    @Override
    public String titleKey() {
        return "communication.bounces.title";
    }

    @Override
    public Finding look() {
        if (!properties.isSet()) {
            return Finding.warning("communication.bounces.none");
        }
        return readings.of(properties.mailbox())
                .map(reading -> reading.failure() == null
                        ? Finding.ok("communication.bounces.read", reading.understood(), reading.leftBehind())
                        : Finding.warning("communication.bounces.failing", reading.failure()))
                .orElseGet(() -> Finding.warning("communication.bounces.notYet"));
    }
}
