package io.traject.reexamination;

import io.traject.cases.Case;
import io.traject.cases.CaseDirectory;
import io.traject.cases.TimerMeaning;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A reminder is sent only before the final date, while the municipality sends them, and to an address that takes mail. */
@Component
class RemindersThatCount implements TimerMeaning {

    /** The element of {@code re-examination-case} that waits for the moment of a reminder. */
    private static final String AWAIT_REMINDER = "AwaitReminder";

    private final CaseDirectory cases;
    private final ReminderSwitch reminders;
    private final BouncedAddresses bounced;

    RemindersThatCount(CaseDirectory cases, ReminderSwitch reminders, BouncedAddresses bounced) {
        this.cases = cases;
        this.reminders = reminders;
        this.bounced = bounced;
    }

    @Override
    public boolean counts(UUID businessKey, String step, Instant dueAt) {
        if (!step.equals(AWAIT_REMINDER)) {
            return true;
        }
        Case about = cases.get(businessKey);
        return dueAt.isBefore(about.dueAt())
                && reminders.isOn(about.organisation())
                && bounced.since(businessKey).isEmpty();
    }
}
