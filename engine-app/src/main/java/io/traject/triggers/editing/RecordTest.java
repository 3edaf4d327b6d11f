package io.traject.triggers.editing;

import io.traject.kernel.BusinessTime;
import io.traject.triggers.editing.TriggerVersion.Done;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notes that a draft was tried. Who may try it is the caller's matter. */
@Component
public class RecordTest {

    private final Triggers triggers;
    private final BusinessTime time;

    RecordTest(Triggers triggers, BusinessTime time) {
        this.triggers = triggers;
        this.time = time;
    }

    /**
     * Makes the draft a tested one; nothing when it says something else by now.
     *
     * @param tried what was tried, without mistakes
     * @param by who tried it, as shown
     * @return whether the draft is what was tried
     */
    @Transactional
    public boolean record(UUID id, TriggerContent tried, TestedHow how, String by) {
        Optional<Trigger> trigger = triggers.findById(id)
                .filter(found -> !found.deleted())
                .filter(found -> found.open()
                        .filter(draft -> draft.content().equals(tried))
                        .isPresent());
        trigger.ifPresent(found -> {
            found.tested(how, new Done(by, time.now()));
            triggers.saveAndFlush(found);
        });
        return trigger.isPresent();
    }
}
