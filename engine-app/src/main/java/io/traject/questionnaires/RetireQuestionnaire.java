package io.traject.questionnaires;

import io.traject.kernel.BusinessTime;
import io.traject.kernel.Outcome;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a questionnaire out of use, and back. */
@Component
public class RetireQuestionnaire {

    private final QuestionnaireShelf shelf;
    private final BusinessTime time;

    RetireQuestionnaire(QuestionnaireShelf shelf, BusinessTime time) {
        this.shelf = shelf;
        this.time = time;
    }

    /** Refused with {@code questionnaire-retired}. */
    @Transactional
    public Outcome<Questionnaire> retire(UUID id) {
        return shelf.get(id).questionnaire().retire(time.now());
    }

    /** Refused with {@code questionnaire-not-retired}. */
    @Transactional
    public Outcome<Questionnaire> restore(UUID id) {
        return shelf.get(id).questionnaire().restore();
    }
}
