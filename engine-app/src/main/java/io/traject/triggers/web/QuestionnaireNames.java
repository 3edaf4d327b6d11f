package io.traject.triggers.web;

import io.traject.kernel.Language;
import io.traject.triggers.web.QuestionnaireFields.Key;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What questionnaires, their questions and their score groups are called. */
@Component
class QuestionnaireNames {

    /** The code itself for one that nobody named. */
    String questionnaire(UUID organisation, String code, Language language) {
        return code;
    }

    Optional<String> part(UUID organisation, Key key, Language language) {
        return Optional.empty();
    }
}
