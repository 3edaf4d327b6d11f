package io.traject.triggers.time;

import io.traject.events.PassingDate;
import io.traject.events.PassingDates;
import java.util.UUID;

/**
 * That a published trigger of an organisation waits until it is so many days after a date.
 *
 * @param days negative before the date
 */
record Awaited(UUID organisation, PassingDate date, int days) {

    String type() {
        return PassingDates.type(date);
    }
}
