package io.traject.organisation.employees;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.NameClaims;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.Outcome;
import io.traject.kernel.Refusal;
import io.traject.organisation.tree.Node;
import io.traject.organisation.tree.NodeKind;
import io.traject.organisation.tree.Tree;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The job functions of an employer (A10). */
@Component
public class KeepJobFunctions {

    private final JobFunctions jobFunctions;
    private final Employments employments;
    private final Tree tree;
    private final Authorization authorization;
    private final NameClaims claims;
    private final BusinessTime time;

    KeepJobFunctions(
            JobFunctions jobFunctions,
            Employments employments,
            Tree tree,
            Authorization authorization,
            NameClaims claims,
            BusinessTime time) {
        this.jobFunctions = jobFunctions;
        this.employments = employments;
        this.tree = tree;
        this.authorization = authorization;
        this.claims = claims;
        this.time = time;
    }

    /** By name. The caller has checked that the actor may see something of the employer. */
    @Transactional(readOnly = true)
    public List<JobFunction> of(UUID employer) {
        return jobFunctions.findByEmployerIdOrderByName(employer);
    }

    /** @throws NotFoundException when there is none of an employer within the actor's reach */
    @Transactional(readOnly = true)
    public JobFunction get(UUID id) {
        JobFunction function = jobFunctions.findById(id).orElseThrow(NotFoundException::new);
        authorization.require(Permission.EMPLOYEES_EDIT, function.employer());
        return function;
    }

    /** In how many employments it is. */
    @Transactional(readOnly = true)
    public long uses(JobFunction function) {
        return employments.countByJobFunctionId(function.id());
    }

    /**
     * Refused with {@code job-function-name-taken} or {@code job-function-code-taken}.
     *
     * @param code empty for the name
     */
    @Transactional
    public Outcome<JobFunction> add(UUID employer, String name, Optional<String> code) {
        authorization.require(Permission.EMPLOYEES_EDIT, employer);
        Node node = tree.get(employer);
        if (node.kind() != NodeKind.EMPLOYER) {
            throw new NotFoundException();
        }
        JobFunction function = new JobFunction(node, name, code.orElse(name), time.now());
        return refusal(employer, function.id(), function.name(), function.code())
                .<Outcome<JobFunction>>map(Outcome.Refused::new)
                .orElseGet(() -> Outcome.done(jobFunctions.saveAndFlush(function)));
    }

    /** Refused as when it is added. */
    @Transactional
    public Outcome<JobFunction> change(UUID id, String name, String code, long version) {
        JobFunction function = get(id);
        if (function.version() != version) {
            throw new ObjectOptimisticLockingFailureException(JobFunction.class, id);
        }
        Optional<Refusal> refusal = refusal(function.employer(), id, name, code);
        if (refusal.isPresent()) {
            return new Outcome.Refused<>(refusal.get());
        }
        function.change(name, code);
        return Outcome.done(function);
    }

    private Optional<Refusal> refusal(UUID employer, UUID id, String name, String code) {
        claims.claim("job-functions", employer.toString());
        if (jobFunctions.existsByEmployerIdAndNameIgnoreCaseAndIdNot(employer, name, id)) {
            return Optional.of(Refusal.of("job-function-name-taken", name));
        }
        return jobFunctions.existsByEmployerIdAndCodeIgnoreCaseAndIdNot(employer, code, id)
                ? Optional.of(Refusal.of("job-function-code-taken", code))
                : Optional.empty();
    }
}
