package io.traject.organisation.employers;

import io.traject.kernel.BusinessTime;
import io.traject.organisation.parameters.Parameter;
import io.traject.organisation.parameters.Parameters;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Decides when an employer that nobody works on has rested long enough. */
@Service
public class RemindOfEmployer {

    private final EmployerDirectory directory;
    private final Parameters parameters;
    private final Parameter<Integer> daysOfRest;
    private final BusinessTime time;
    private final Duration usualRest;

    /**
     * @param daysOfRest how long an unpublished employer may rest where an organisation set it
     * @param usualRest the same where none did
     */
    RemindOfEmployer(
            EmployerDirectory directory,
            Parameters parameters,
            @Qualifier("daysOfRest") Parameter<Integer> daysOfRest,
            BusinessTime time,
            @Value("${traject.employers.rests-for}") Duration usualRest) {
        if (!usualRest.isPositive()) {
            throw new IllegalArgumentException("traject.employers.rests-for must be longer than nothing");
        }
        this.directory = directory;
        this.parameters = parameters;
        this.daysOfRest = daysOfRest;
        this.time = time;
        this.usualRest = usualRest;
    }

    /** What follows when a reminder is due. */
    public sealed interface Answer {

        /** When it has rested long enough the next time. */
        Instant restsUntil();

        record Remind(Employer employer, Instant restsUntil) implements Answer {}

        record Leave(Instant restsUntil) implements Answer {}
    }

    /**
     * To be called in the transaction that writes the reminder. Asked again for the same moment, the answer is the same.
     *
     * @param due the moment that was waited for
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Answer whenDue(UUID id, Instant due) {
        Instant now = time.now().truncatedTo(ChronoUnit.MICROS);
        Optional<Employer> found = directory.locked(id);
        Duration rest = rest(found);
        return found.filter(employer -> employer.remind(due, rest, now))
                .<Answer>map(employer -> new Answer.Remind(employer, employer.restsUntil(rest)))
                .orElseGet(() -> new Answer.Leave(found.filter(Employer::isUnpublished)
                        .map(employer -> employer.restsUntil(rest))
                        .orElse(now.plus(rest))));
    }

    /** When a draft of now has rested long enough. */
    public Instant firstDue(UUID id) {
        return time.now().truncatedTo(ChronoUnit.MICROS).plus(rest(directory.find(id)));
    }

    private Duration rest(Optional<Employer> employer) {
        return employer.map(found -> parameters.value(daysOfRest, found.organisation()))
                .filter(days -> !days.equals(daysOfRest.usual()))
                .map(Duration::ofDays)
                .orElse(usualRest);
    }
}
