package io.traject.questionnaires.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.traject.access.FileKind;
import io.traject.access.LooksAt;
import io.traject.access.Permission;
import io.traject.cases.Case;
import io.traject.cases.CaseDirectory;
import io.traject.questionnaires.AnswerFlaw;
import io.traject.questionnaires.Answers;
import io.traject.questionnaires.CompleteQuestionnaire;
import io.traject.questionnaires.FillInQuestionnaire.Result;
import io.traject.questionnaires.QuestionnaireCatalogue;
import io.traject.questionnaires.QuestionnairesOfCase;
import io.traject.questionnaires.api.QuestionnaireViews.FilledIn;
import io.traject.questionnaires.api.QuestionnaireViews.Items;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Questionnaires in a case. */
@RestController
@RequestMapping("/api/v1/cases/{id}/questionnaires")
@Tag(name = "Questionnaires")
@LooksAt(FileKind.CASE)
class CaseQuestionnaireApi {

    private final CaseDirectory cases;
    private final QuestionnaireCatalogue catalogue;
    private final QuestionnairesOfCase ofCase;
    private final CompleteQuestionnaire completeQuestionnaire;

    CaseQuestionnaireApi(
            CaseDirectory cases,
            QuestionnaireCatalogue catalogue,
            QuestionnairesOfCase ofCase,
            CompleteQuestionnaire completeQuestionnaire) {
        this.cases = cases;
        this.catalogue = catalogue;
        this.ofCase = ofCase;
        this.completeQuestionnaire = completeQuestionnaire;
    }

    /**
     * A questionnaire with its answers.
     *
     * @param questionnaire its code
     * @param answers by question: the code of an option, a list of them, a number, a text or a date
     */
    record NewFilling(
            @Nullable String questionnaire, @Nullable Map<String, JsonNode> answers) {

        /** Nobody's answers get into a log. */
        @Override
        public String toString() {
            return "NewFilling";
        }
    }

    @GetMapping
    @Operation(
            summary = "List the questionnaires of a case, the newest first",
            description = "Medical answers and scores are left out for who may not see them")
    Items<FilledIn> list(@PathVariable UUID id) {
        return new Items<>(ofCase.opened(id).stream().map(FilledIn::of).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Fill in a published questionnaire and complete it",
            description = "422 with all errors by question (answers.<code>); 409 case-not-open")
    FilledIn fillIn(@PathVariable UUID id, @RequestBody NewFilling filling) throws BindException {
        Case about = cases.get(id, Permission.CASES_EDIT);
        String code = Objects.requireNonNullElse(filling.questionnaire(), "");
        if (catalogue.find(about.organisation(), code).isEmpty()) {
            throw invalid(
                    filling,
                    new FieldError(
                            "filling",
                            "questionnaire",
                            null,
                            false,
                            new String[] {"questionnaires.filling.unknown", "unknown"},
                            null,
                            null));
        }
        Result result =
                completeQuestionnaire.completeAtOnce(id, code, answers(filling)).orThrow();
        return switch (result) {
            case Result.Flawed(List<AnswerFlaw> flaws) ->
                throw invalid(
                        filling, flaws.stream().map(CaseQuestionnaireApi::error).toArray(FieldError[]::new));
            case Result.Kept(var kept) -> FilledIn.of(ofCase.open(id, kept.id()));
        };
    }

    private static Answers answers(NewFilling filling) {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        Objects.requireNonNullElse(filling.answers(), Map.<String, JsonNode>of())
                .forEach((question, given) -> answers.put(question, texts(given)));
        return new Answers(answers);
    }

    /** Objects and lists in lists are no answers: as text they are refused as such. */
    private static List<String> texts(JsonNode given) {
        if (given.isArray()) {
            return given.valueStream().map(CaseQuestionnaireApi::text).toList();
        }
        return List.of(text(given));
    }

    private static String text(JsonNode given) {
        if (given.isNull()) {
            return "";
        }
        if (given.isNumber()) {
            return given.decimalValue().toPlainString();
        }
        return given.isString() ? given.stringValue() : given.toString();
    }

    private static FieldError error(AnswerFlaw flaw) {
        return new FieldError(
                "filling",
                "answers." + flaw.question(),
                null,
                false,
                new String[] {flaw.messageKey(), flaw.code()},
                flaw.arguments().toArray(),
                null);
    }

    private static BindException invalid(NewFilling filling, FieldError... errors) {
        var invalid = new BeanPropertyBindingResult(filling, "filling");
        List.of(errors).forEach(invalid::addError);
        return new BindException(invalid);
    }
}
