package io.traject.tasks;

import io.traject.cases.Case;
import io.traject.cases.CaseDirectory;
import io.traject.tasks.TaskSubject.Kind;
import io.traject.tasks.TaskSubject.Need;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A case has tasks while it is open. */
@Component
class CasesAsSubjects implements TaskSubjects {

    private final CaseDirectory cases;

    CasesAsSubjects(CaseDirectory cases) {
        this.cases = cases;
    }

    @Override
    public Kind kind() {
        return Kind.CASE;
    }

    @Override
    public Need need(String taskType, UUID id) {
        Case found = cases.get(id);
        return found.isOpen()
                ? new Need.Wanted(new TaskSubject(Kind.CASE, id, found.number(), found.subject(), found.organisation()))
                : new Need.Ended();
    }
}
