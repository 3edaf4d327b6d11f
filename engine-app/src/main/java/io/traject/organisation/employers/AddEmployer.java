package io.traject.organisation.employers;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.Ids;
import io.traject.kernel.Outcome;
import io.traject.organisation.configuration.ProfileConfiguration;
import io.traject.organisation.tree.NodeKind;
import io.traject.organisation.tree.Tree;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds an employer of which everything is known, together with its place in the organisation, as an import does. It has no
 * process, and nobody is welcomed.
 */
@Service
public class AddEmployer {

    private final Employers employers;
    private final ProfileConfiguration profiles;
    private final RegistrationCompleteness completeness;
    private final EmployerHistory history;
    private final Tree tree;
    private final Authorization authorization;
    private final BusinessTime time;

    AddEmployer(
            Employers employers,
            ProfileConfiguration profiles,
            RegistrationCompleteness completeness,
            EmployerHistory history,
            Tree tree,
            Authorization authorization,
            BusinessTime time) {
        this.employers = employers;
        this.profiles = profiles;
        this.completeness = completeness;
        this.history = history;
        this.tree = tree;
        this.authorization = authorization;
        this.time = time;
    }

    /** {@link #add(UUID, UUID, EmployerRegistration)} with an id of its own. */
    @Transactional
    public Outcome<Employer> add(UUID place, EmployerRegistration registration) {
        return add(Ids.next(), place, registration);
    }

    /**
     * @param id of the employer and its node
     * @param place the folder, or the organisation itself
     * @return the employer; refused with {@code employer-incomplete} or what the tree says about the place
     */
    @Transactional
    public Outcome<Employer> add(UUID id, UUID place, EmployerRegistration registration) {
        authorization.require(Permission.EMPLOYERS_REGISTER, place);
        authorization.require(Permission.EMPLOYERS_PUBLISH, place);
        UUID organisation = tree.root(place);
        if (!completeness.judge(registration, profiles.of(organisation)).isEmpty()) {
            return Outcome.refused("employer-incomplete", registration.name());
        }
        Employer employer = Employer.added(
                id,
                organisation,
                registration,
                authorization.actor(),
                time.now().truncatedTo(ChronoUnit.MICROS));
        return switch (tree.add(
                NodeKind.EMPLOYER, place, employer.id(), employer.name(), registration.text(RegistrationItem.CODE))) {
            case Outcome.Refused<?>(var refusal) -> new Outcome.Refused<>(refusal);
            case Outcome.Done<?> done -> {
                employers.save(employer);
                history.record(employer, EmployerStep.ADDED, null, Map.of("place", place.toString()));
                yield Outcome.done(employer);
            }
        };
    }
}
