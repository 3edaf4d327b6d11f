package io.traject.reexamination;

import io.traject.cases.CaseEnded;
import io.traject.cases.DataNoLongerAwaited;
import io.traject.communication.Communications;
import io.traject.communication.TemplateKind;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes back the reminder that was written and has not left yet, when there is nothing more to remind of. */
@Component
class EndReminders {

    private final Communications communications;

    EndReminders(Communications communications) {
        this.communications = communications;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void when(DataNoLongerAwaited event) {
        communications.withdraw(event.caseId(), TemplateKind.REMINDER_MAIL);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void when(CaseEnded event) {
        communications.withdraw(event.caseId(), TemplateKind.REMINDER_MAIL);
    }
}
