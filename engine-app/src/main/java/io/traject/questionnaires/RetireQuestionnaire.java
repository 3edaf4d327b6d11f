package io.traject.questionnaires;

import io.traject.kernel.BusinessTime;
import io.traject.kernel.Outcome;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a questionnaire out of use, and back. */
@Component
public class RetireQuestionnaire {

    private final QuestionnaireShelf shelf;
    private final KeepInUse use;
    private final BusinessTime time;

    RetireQuestionnaire(QuestionnaireShelf shelf, KeepInUse use, BusinessTime time) {
        this.shelf = shelf;
        this.use = use;
        this.time = time;
    }

    /** Refused with {@code questionnaire-retired}, or {@code questionnaire-in-use} when something goes by its answers. */
    @Transactional
    public Outcome<Questionnaire> retire(UUID id) {
        Questionnaire questionnaire = shelf.get(id).questionnaire();
        if (questionnaire.isRetired()) {
            return questionnaire.retire(time.now());
        }
        List<String> broken = use.brokenBy(
                questionnaire.organisation(),
                () -> questionnaire.retire(time.now()).orThrow());
        return broken.isEmpty()
                ? Outcome.done(questionnaire)
                : Outcome.refused("questionnaire-in-use", String.join(", ", broken));
    }

    /** Refused with {@code questionnaire-not-retired}. */
    @Transactional
    public Outcome<Questionnaire> restore(UUID id) {
        return shelf.get(id).questionnaire().restore();
    }
}
