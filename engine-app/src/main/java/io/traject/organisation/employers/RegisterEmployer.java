package io.traject.organisation.employers;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.Outcome;
import io.traject.organisation.configuration.EmployerProfile;
import io.traject.organisation.configuration.ProfileConfiguration;
import io.traject.organisation.tree.Tree;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Keeps what is registered of an employer, complete or not, and notices when it is complete. */
@Service
public class RegisterEmployer {

    private final Employers employers;
    private final EmployerDirectory directory;
    private final ProfileConfiguration profiles;
    private final RegistrationCompleteness completeness;
    private final EmployerHistory history;
    private final Tree tree;
    private final Authorization authorization;
    private final BusinessTime time;

    RegisterEmployer(
            Employers employers,
            EmployerDirectory directory,
            ProfileConfiguration profiles,
            RegistrationCompleteness completeness,
            EmployerHistory history,
            Tree tree,
            Authorization authorization,
            BusinessTime time) {
        this.employers = employers;
        this.directory = directory;
        this.profiles = profiles;
        this.completeness = completeness;
        this.history = history;
        this.tree = tree;
        this.authorization = authorization;
        this.time = time;
    }

    /**
     * @param registration of fields that the organisation asks for; in others everything stays as it is
     * @param seen the version that the actor saw; empty when that doesn't matter
     * @return the employer; refused with {@code employer-cancelled}, or for one that is published with
     *     {@code employer-incomplete} or what the tree says about its name and code
     */
    @Transactional
    public Outcome<Employer> register(UUID id, EmployerRegistration registration, OptionalLong seen) {
        Employer employer = directory.toChange(id, Permission.EMPLOYERS_REGISTER, seen);
        EmployerProfile profile = profiles.of(employer.organisation());
        EmployerRegistration former = employer.registration();
        EmployerRegistration wanted = registration.keepingHidden(former, profile);
        EmployerState before = employer.state();
        boolean complete = completeness.judge(wanted, profile).isEmpty();
        return switch (employer.register(
                wanted, complete, authorization.actor(), time.now().truncatedTo(ChronoUnit.MICROS))) {
            case Outcome.Refused<EmployerStep>(var refusal) -> new Outcome.Refused<>(refusal);
            case Outcome.Done<EmployerStep>(EmployerStep step) -> {
                Outcome<Employer> placed = renamed(employer);
                if (placed instanceof Outcome.Refused<Employer>) {
                    TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
                } else {
                    history.record(employer, step, before, Map.of("changed", changed(former, wanted)));
                    employers.flush();
                }
                yield placed;
            }
        };
    }

    /** By the system, when the process asks. @return whether the employer is registered in full */
    @Transactional
    public boolean check(UUID id) {
        Employer employer = directory.locked(id).orElseThrow(NotFoundException::new);
        EmployerState before = employer.state();
        EmployerProfile profile = profiles.of(employer.organisation());
        Optional<EmployerStep> step = employer.settle(
                completeness.judge(employer.registration(), profile).isEmpty());
        step.ifPresent(taken -> history.record(employer, taken, before, Map.of()));
        return employer.state() != EmployerState.DRAFT;
    }

    private Outcome<Employer> renamed(Employer employer) {
        if (employer.state() != EmployerState.PUBLISHED) {
            return Outcome.done(employer);
        }
        Optional<String> code = employer.registration().text(RegistrationItem.CODE);
        return switch (tree.describe(
                employer.id(), employer.name(), code, tree.get(employer.id()).version())) {
            case Outcome.Done<?> renamed -> Outcome.done(employer);
            case Outcome.Refused<?>(var refusal) -> new Outcome.Refused<>(refusal);
        };
    }

    private static List<String> changed(EmployerRegistration former, EmployerRegistration wanted) {
        return Arrays.stream(RegistrationItem.values())
                .filter(item -> !former.text(item).equals(wanted.text(item)))
                .map(RegistrationItem::key)
                .toList();
    }
}
