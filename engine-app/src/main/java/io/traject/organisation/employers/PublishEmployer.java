package io.traject.organisation.employers;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.Outcome;
import io.traject.organisation.tree.Node;
import io.traject.organisation.tree.NodeKind;
import io.traject.organisation.tree.Tree;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives a registered employer its place in the organisation tree (A13). */
@Service
public class PublishEmployer {

    private final Employers employers;
    private final EmployerDirectory directory;
    private final EmployerHistory history;
    private final Tree tree;
    private final Authorization authorization;
    private final BusinessTime time;

    PublishEmployer(
            Employers employers,
            EmployerDirectory directory,
            EmployerHistory history,
            Tree tree,
            Authorization authorization,
            BusinessTime time) {
        this.employers = employers;
        this.directory = directory;
        this.history = history;
        this.tree = tree;
        this.authorization = authorization;
        this.time = time;
    }

    /**
     * @param folder in which it comes to stand; empty for directly beneath the organisation
     * @param seen the version that the actor saw; empty when that doesn't matter
     * @return the employer; refused with {@code employer-incomplete}, {@code employer-published},
     *     {@code employer-cancelled} or what the tree says about the place
     * @throws NotFoundException when the folder is not within the actor's reach, or another organisation's
     */
    @Transactional
    public Outcome<Employer> publish(UUID id, Optional<UUID> folder, OptionalLong seen) {
        Employer employer = directory.toChange(id, Permission.EMPLOYERS_PUBLISH, seen);
        UUID place = folder.orElse(employer.organisation());
        authorization.require(Permission.EMPLOYERS_PUBLISH, place);
        if (!tree.root(place).equals(employer.organisation())) {
            throw new NotFoundException();
        }
        if (!employer.allowedActions().contains(EmployerAction.PUBLISH)) {
            return employer.publish(time.now());
        }
        return switch (placed(employer, place)) {
            case Outcome.Refused<Node>(var refusal) -> new Outcome.Refused<>(refusal);
            case Outcome.Done<Node> done -> published(employer, place);
        };
    }

    private Outcome<Node> placed(Employer employer, UUID place) {
        return tree.add(
                NodeKind.EMPLOYER,
                place,
                employer.id(),
                employer.name(),
                employer.registration().text(RegistrationItem.CODE));
    }

    private Outcome<Employer> published(Employer employer, UUID place) {
        EmployerState before = employer.state();
        Outcome<Employer> published = employer.publish(time.now().truncatedTo(ChronoUnit.MICROS));
        history.record(employer, EmployerStep.PUBLISHED, before, Map.of("place", place.toString()));
        employers.flush();
        return published;
    }
}
