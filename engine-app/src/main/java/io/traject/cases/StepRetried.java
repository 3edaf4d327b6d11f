package io.traject.cases;

import io.traject.cases.SubjectNames.Named;
import io.traject.events.DomainEvent;
import io.traject.kernel.Ids;
import io.traject.workers.progress.OpenIncidents.Kind;
import java.util.Map;

/** Somebody had a step of a process tried once more that stood still. */
public final class StepRetried {

    private static final String TYPE = "process.stepRetried";

    private StepRetried() {}

    public static DomainEvent event(Named subject, Kind step) {
        return new DomainEvent(
                Ids.next(),
                TYPE,
                subject.organisation(),
                subject.id(),
                subject.caseId().orElse(null),
                null,
                null,
                Map.of("process", step.processId(), "step", step.elementId()));
    }
}
