package io.traject.triggers.web;

import io.traject.kernel.Language;
import io.traject.questionnaires.QuestionnaireCatalogue;
import io.traject.questionnaires.QuestionnaireCatalogue.Published;
import io.traject.triggers.web.QuestionnaireFields.Key;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What questionnaires, their questions and their score groups are called. */
@Component
class QuestionnaireNames {

    private final QuestionnaireCatalogue catalogue;

    QuestionnaireNames(QuestionnaireCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The code itself for one that is published no more. */
    String questionnaire(UUID organisation, String code, Language language) {
        return catalogue
                .find(organisation, code)
                .map(found -> found.definition().name().in(language))
                .orElse(code);
    }

    Optional<String> part(UUID organisation, Key key, Language language) {
        return catalogue.find(organisation, key.questionnaire()).flatMap(found -> part(found, key, language));
    }

    private static Optional<String> part(Published found, Key key, Language language) {
        return key.score()
                ? found.definition().scoreGroups().stream()
                        .filter(group -> group.code().equals(key.part()))
                        .map(group -> group.name().in(language))
                        .findFirst()
                : found.definition()
                        .question(key.part())
                        .map(question -> question.text().in(language));
    }
}
