package io.traject.organisation.employers;

import io.traject.access.Permission;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.Outcome;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives an employer up before it is published; it is archived, not deleted. */
@Service
public class CancelEmployer {

    private final EmployerDirectory directory;
    private final EmployerHistory history;
    private final BusinessTime time;

    CancelEmployer(EmployerDirectory directory, EmployerHistory history, BusinessTime time) {
        this.directory = directory;
        this.history = history;
        this.time = time;
    }

    /**
     * @param seen the version that the actor saw; empty when that doesn't matter
     * @return the employer; refused with {@code employer-published} or {@code employer-cancelled}
     */
    @Transactional
    public Outcome<Employer> cancel(UUID id, OptionalLong seen) {
        Employer employer = directory.toChange(id, Permission.EMPLOYERS_REGISTER, seen);
        EmployerState before = employer.state();
        Outcome<Employer> cancelled = employer.cancel(time.now().truncatedTo(ChronoUnit.MICROS));
        if (cancelled instanceof Outcome.Done<Employer>) {
            history.record(employer, EmployerStep.CANCELLED, before, Map.of());
        }
        return cancelled;
    }
}
