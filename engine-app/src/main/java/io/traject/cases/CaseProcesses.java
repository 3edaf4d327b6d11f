package io.traject.cases;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.processes.ProcessIds;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Every case has a process, by its type. */
@Component
class CaseProcesses implements ProcessSubjects {

    private final Cases cases;
    private final Authorization authorization;

    CaseProcesses(Cases cases, Authorization authorization) {
        this.cases = cases;
        this.authorization = authorization;
    }

    @Override
    public Optional<String> processOf(UUID businessKey) {
        return cases.findById(businessKey)
                .filter(found -> authorization.may(Permission.CASES_VIEW, found.organisation()))
                .map(found -> switch (found.type()) {
                    case RE_EXAMINATION -> ProcessIds.RE_EXAMINATION_CASE;
                });
    }
}
