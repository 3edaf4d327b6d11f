package io.traject.organisation.employers;

import io.traject.access.Actor;
import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.Country;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds an employer, with little more than its name: everything else can wait (A13). */
@Service
public class DraftEmployer {

    private final Employers employers;
    private final EmployerHistory history;
    private final Authorization authorization;
    private final BusinessTime time;

    DraftEmployer(Employers employers, EmployerHistory history, Authorization authorization, BusinessTime time) {
        this.employers = employers;
        this.history = history;
        this.authorization = authorization;
        this.time = time;
    }

    /** @throws IllegalArgumentException unless it {@link EmployerRegistration#isName is a name} */
    @Transactional
    public Employer draft(String name, Country country) {
        UUID organisation = authorization.organisation(Permission.EMPLOYERS_REGISTER);
        Actor actor = authorization.actor();
        Employer draft = employers.save(Employer.draft(
                organisation,
                EmployerRegistration.limited(name, country),
                actor,
                time.now().truncatedTo(ChronoUnit.MICROS)));
        history.record(draft, EmployerStep.DRAFTED, null, Map.of());
        return draft;
    }
}
