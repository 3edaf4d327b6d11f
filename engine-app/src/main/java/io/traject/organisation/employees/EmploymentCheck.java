package io.traject.organisation.employees;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.Refusal;
import io.traject.organisation.tree.Node;
import io.traject.organisation.tree.NodeKind;
import io.traject.organisation.tree.Tree;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whether somebody can be employed as it is written. */
@Component
class EmploymentCheck {

    private final Tree tree;
    private final Employments employments;
    private final JobFunctions jobFunctions;
    private final Authorization authorization;

    EmploymentCheck(Tree tree, Employments employments, JobFunctions jobFunctions, Authorization authorization) {
        this.tree = tree;
        this.employments = employments;
        this.jobFunctions = jobFunctions;
        this.authorization = authorization;
    }

    /**
     * The employer, at which or below which the actor may employ somebody.
     *
     * @throws NotFoundException when the workplace is not within the actor's reach, or the employer is none
     */
    Node employer(UUID employer, Optional<UUID> workplace) {
        authorization.require(Permission.EMPLOYEES_EDIT, workplace.orElse(employer));
        return tree.find(employer)
                .filter(node -> node.kind() == NodeKind.EMPLOYER)
                .orElseThrow(NotFoundException::new);
    }

    /**
     * Why not: {@code employer-archived}, {@code employment-elsewhere}, {@code job-function-elsewhere} or
     * {@code employment-number-taken}.
     *
     * @param employment that is changed; for a new one any id
     */
    Optional<Refusal> refusal(Node employer, UUID employee, UUID employment, EmploymentDetails details) {
        if (employer.archived()) {
            return Optional.of(Refusal.of("employer-archived", employer.name()));
        }
        if (!belongs(details.establishment(), NodeKind.ESTABLISHMENT, employer)
                || !belongs(details.department(), NodeKind.DEPARTMENT, employer)) {
            return Optional.of(Refusal.of("employment-elsewhere", employer.name()));
        }
        if (details.jobFunction()
                .filter(id -> jobFunctions
                        .findById(id)
                        .filter(function -> function.employer().equals(employer.id()))
                        .isEmpty())
                .isPresent()) {
            return Optional.of(Refusal.of("job-function-elsewhere", employer.name()));
        }
        return details.number()
                .filter(number -> employments.existsByEmployeeIdAndNumberAndIdNot(employee, number, employment))
                .map(number -> Refusal.of("employment-number-taken", number));
    }

    private boolean belongs(Optional<UUID> part, NodeKind kind, Node employer) {
        return part.isEmpty()
                || tree.path(part.get()).stream().anyMatch(above -> above.id().equals(employer.id()))
                        && tree.find(part.get())
                                .filter(node -> node.kind() == kind && !node.archived())
                                .isPresent();
    }
}
