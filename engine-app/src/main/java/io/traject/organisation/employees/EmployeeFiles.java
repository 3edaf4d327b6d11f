package io.traject.organisation.employees;

import io.traject.access.Actor;
import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.NotFoundException;
import io.traject.organisation.tree.Node;
import io.traject.organisation.tree.Tree;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The files of employees, as far as the actor may see them. */
@Service
@Transactional(readOnly = true)
public class EmployeeFiles {

    private final EmployeeAccess access;
    private final Employments employments;
    private final JobFunctions jobFunctions;
    private final Tree tree;
    private final Authorization authorization;
    private final BusinessTime time;

    EmployeeFiles(
            EmployeeAccess access,
            Employments employments,
            JobFunctions jobFunctions,
            Tree tree,
            Authorization authorization,
            BusinessTime time) {
        this.access = access;
        this.employments = employments;
        this.jobFunctions = jobFunctions;
        this.tree = tree;
        this.authorization = authorization;
        this.time = time;
    }

    /**
     * A file.
     *
     * @param reachedBy the node of the reader's reach by which the employee is found
     * @param employer by name
     * @param employments that the reader may see, the newest first
     */
    public record File(Employee employee, UUID reachedBy, String employer, List<Job> employments) {

        public File {
            employments = List.copyOf(employments);
        }
    }

    /** An employment with the names of what it refers to. */
    public record Job(
            Employment employment,
            Optional<Node> establishment,
            Optional<Node> department,
            Optional<JobFunction> function,
            boolean ended) {}

    /** @throws NotFoundException when there is no such employee within the actor's reach */
    public File get(UUID employee) {
        EmployeeAccess.Reached reached = access.require(Permission.EMPLOYEES_VIEW, employee);
        Employee whose = reached.employee();
        return new File(
                whose,
                reached.by(),
                tree.get(whose.employer()).name(),
                employments.findByEmployeeIdOrderByStartsOnDescId(employee).stream()
                        .filter(employment -> isVisible(whose, employment.details()))
                        .map(this::job)
                        .toList());
    }

    /** @throws NotFoundException when there is no such employment that the actor may see */
    public Job employment(UUID employee, UUID employment) {
        return get(employee).employments().stream()
                .filter(job -> job.employment().id().equals(employment))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private boolean isVisible(Employee whose, EmploymentDetails details) {
        return authorization.actor().kind() == Actor.Kind.SYSTEM
                || authorization.may(
                        Permission.EMPLOYEES_VIEW, details.workplace().orElse(whose.employer()))
                || details.establishment()
                        .filter(node ->
                                details.department().isPresent() && authorization.may(Permission.EMPLOYEES_VIEW, node))
                        .isPresent();
    }

    private Job job(Employment employment) {
        EmploymentDetails details = employment.details();
        return new Job(
                employment,
                details.establishment().flatMap(tree::find),
                details.department().flatMap(tree::find),
                details.jobFunction().flatMap(jobFunctions::findById),
                employment.hasEnded(time.today()));
    }
}
