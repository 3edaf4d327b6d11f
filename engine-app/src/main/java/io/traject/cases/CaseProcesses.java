package io.traject.cases;

import io.traject.access.Permission;
import io.traject.processes.ProcessIds;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A case has a process by its type, if people do not run it themselves. */
@Component
class CaseProcesses implements ProcessSubjects {

    private final Cases cases;
    private final CaseAccess access;

    CaseProcesses(Cases cases, CaseAccess access) {
        this.cases = cases;
        this.access = access;
    }

    @Override
    public Optional<String> processOf(UUID businessKey) {
        return cases.findById(businessKey)
                .filter(found -> access.may(Permission.CASES_VIEW, found))
                .flatMap(found -> found.type().isAboutEmployee()
                        ? Optional.empty()
                        : Optional.of(ProcessIds.RE_EXAMINATION_CASE));
    }
}
