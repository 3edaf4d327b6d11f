package io.traject.questionnaires.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.questionnaires.QuestionnaireCatalogue;
import io.traject.questionnaires.api.QuestionnaireViews.Asked;
import io.traject.questionnaires.api.QuestionnaireViews.Items;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What may be asked. */
@RestController
@RequestMapping("/api/v1/questionnaires")
@Tag(name = "Questionnaires")
class QuestionnaireApi {

    private final QuestionnaireCatalogue catalogue;
    private final Authorization authorization;

    QuestionnaireApi(QuestionnaireCatalogue catalogue, Authorization authorization) {
        this.catalogue = catalogue;
        this.authorization = authorization;
    }

    @GetMapping
    @Operation(summary = "List the published questionnaires with their questions, by code")
    Items<Asked> list() {
        Permission by = authorization.may(Permission.QUESTIONNAIRES_EDIT)
                ? Permission.QUESTIONNAIRES_EDIT
                : Permission.CASES_VIEW;
        return new Items<>(catalogue.of(authorization.organisation(by)).stream()
                .map(Asked::of)
                .toList());
    }
}
