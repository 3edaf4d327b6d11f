package io.traject.reexamination;

import io.traject.events.DeclaredEvent;
import io.traject.events.EventDeclarations;
import io.traject.rules.triggers.Field;
import io.traject.rules.triggers.FieldType;
import java.util.List;
import org.springframework.stereotype.Component;

/** What happens in re-examinations and may be the event of a trigger. */
@Component
class ReExaminationEvents implements EventDeclarations {

    private static final String CASE = "case";
    private static final List<String> ABOUT = List.of(CASE);

    @Override
    public List<DeclaredEvent> declared() {
        Field reminder = Field.of("event.reminder", FieldType.NUMBER);
        return List.of(
                DeclaredEvent.of("re-examination.invited", CASE, ABOUT),
                DeclaredEvent.of("re-examination.reminded", CASE, ABOUT, reminder),
                DeclaredEvent.of("re-examination.reminderFailed", CASE, ABOUT, reminder),
                DeclaredEvent.of("re-examination.dataSupplied", CASE, ABOUT));
    }
}
