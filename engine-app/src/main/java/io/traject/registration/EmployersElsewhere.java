package io.traject.registration;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.cases.ProcessSubjects;
import io.traject.cases.SubjectNames;
import io.traject.kernel.NotFoundException;
import io.traject.organisation.employers.Employer;
import io.traject.organisation.employers.EmployerDirectory;
import io.traject.processes.ProcessIds;
import io.traject.processes.TaskTypes;
import io.traject.tasks.TaskSubject;
import io.traject.tasks.TaskSubject.Kind;
import io.traject.tasks.TaskSubject.Need;
import io.traject.tasks.TaskSubjects;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Employers as other rooms know them: something that tasks and a process are about. */
@Component
class EmployersElsewhere implements TaskSubjects, ProcessSubjects, SubjectNames {

    private final EmployerDirectory employers;
    private final Authorization authorization;

    EmployersElsewhere(EmployerDirectory employers, Authorization authorization) {
        this.employers = employers;
        this.authorization = authorization;
    }

    @Override
    public Kind kind() {
        return Kind.EMPLOYER;
    }

    @Override
    public Need need(String taskType, UUID id) {
        Employer employer = employers.locked(id).orElseThrow(NotFoundException::new);
        Need wanted = new Need.Wanted(new TaskSubject(Kind.EMPLOYER, id, "", employer.name(), employer.organisation()));
        boolean publishing = taskType.equals(TaskTypes.PUBLISH_EMPLOYER);
        return switch (employer.state()) {
            case DRAFT -> publishing ? new Need.DoneAlready(PublishEmployerForm.published(false)) : wanted;
            case REGISTERED -> publishing ? wanted : new Need.DoneAlready(Map.of());
            case PUBLISHED -> new Need.DoneAlready(publishing ? PublishEmployerForm.published(true) : Map.of());
            case CANCELLED -> new Need.Ended();
        };
    }

    @Override
    public Optional<String> processOf(UUID businessKey) {
        return employers
                .find(businessKey)
                .filter(employer -> authorization.may(Permission.EMPLOYERS_REGISTER, employer.node()))
                .map(employer -> ProcessIds.EMPLOYER_REGISTRATION);
    }

    /** That of a sole trader is a person's: only those who may see the employer read its name. */
    @Override
    public List<Named> named(Collection<UUID> ids) {
        return employers.findAll(ids).stream().map(this::named).toList();
    }

    private Named named(Employer employer) {
        boolean seen = authorization.may(Permission.EMPLOYERS_REGISTER, employer.node());
        return new Named(
                employer.id(),
                employer.organisation(),
                Optional.empty(),
                seen ? employer.name() : employer.id().toString(),
                seen ? Optional.of("/employers/" + employer.id() + "/registration") : Optional.empty());
    }
}
