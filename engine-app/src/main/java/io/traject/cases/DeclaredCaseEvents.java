package io.traject.cases;

import static io.traject.rules.triggers.FieldType.TEXT;

import io.traject.events.DeclaredEvent;
import io.traject.events.EventDeclarations;
import io.traject.rules.triggers.Field;
import java.util.List;
import org.springframework.stereotype.Component;

/** What happens to cases and may be the event of a trigger. */
@Component
class DeclaredCaseEvents implements EventDeclarations {

    static final List<String> ABOUT = List.of(CaseFacts.KIND, "employee", "employer");

    @Override
    public List<DeclaredEvent> declared() {
        Field outcome = Field.of("event.outcome", TEXT);
        return List.of(
                DeclaredEvent.of("case.opened", CaseFacts.KIND, ABOUT),
                DeclaredEvent.of("case.closed", CaseFacts.KIND, ABOUT, outcome),
                DeclaredEvent.of("case.cancelled", CaseFacts.KIND, ABOUT, outcome),
                DeclaredEvent.of("case.reopened", CaseFacts.KIND, ABOUT));
    }
}
