package io.traject.questionnaires;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.cases.Case;
import io.traject.events.DomainEventLog;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.Outcome;
import io.traject.questionnaires.FillInQuestionnaire.Result;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Completes questionnaires in a case: adds up the scores, lets a correction take its place, and announces it. */
@Component
public class CompleteQuestionnaire {

    private final FillingAccess access;
    private final Fillings fillings;
    private final Questionnaires questionnaires;
    private final QuestionnaireVersions versions;
    private final QuestionnaireCatalogue catalogue;
    private final Authorization authorization;
    private final DomainEventLog events;
    private final BusinessTime time;

    CompleteQuestionnaire(
            FillingAccess access,
            Fillings fillings,
            Questionnaires questionnaires,
            QuestionnaireVersions versions,
            QuestionnaireCatalogue catalogue,
            Authorization authorization,
            DomainEventLog events,
            BusinessTime time) {
        this.access = access;
        this.fillings = fillings;
        this.questionnaires = questionnaires;
        this.versions = versions;
        this.catalogue = catalogue;
        this.authorization = authorization;
        this.events = events;
        this.time = time;
    }

    /**
     * Completes one that is open, with these answers. Refused with {@code case-not-open}, {@code questionnaire-completed},
     * or {@code questionnaire-replaced} when it corrects one that was corrected meanwhile.
     *
     * @param version that the writer started from
     * @throws org.springframework.orm.ObjectOptimisticLockingFailureException when someone else saved since
     */
    @Transactional
    public Outcome<Result> complete(UUID caseId, UUID filling, Answers answers, long version) {
        return switch (access.toChange(caseId, filling, version)) {
            case Outcome.Refused<Filling>(var refusal) -> new Outcome.Refused<>(refusal);
            case Outcome.Done<Filling>(Filling open) ->
                complete(
                        open,
                        versions.findById(open.questionnaireVersion()).orElseThrow(),
                        questionnaires
                                .findById(open.questionnaire())
                                .orElseThrow()
                                .code(),
                        answers);
        };
    }

    /**
     * Fills one in and completes it at once, as programs do; one that is open beside it stays so. Refused with
     * {@code case-not-open}.
     *
     * @throws NotFoundException when no such questionnaire is published
     */
    @Transactional
    public Outcome<Result> completeAtOnce(UUID caseId, String code, Answers answers) {
        Case about = access.caseToEdit(caseId);
        QuestionnaireCatalogue.Published wanted =
                catalogue.find(about.organisation(), code).orElseThrow(NotFoundException::new);
        if (wanted.definition().medical()) {
            authorization.require(Permission.MEDICAL_EDIT, about.organisation());
        }
        if (!about.isOpen()) {
            return Outcome.refused("case-not-open");
        }
        QuestionnaireVersion version = versions.findById(wanted.version()).orElseThrow();
        return complete(new Filling(caseId, version, authorization.actor(), time.now()), version, code, answers);
    }

    private Outcome<Result> complete(Filling filling, QuestionnaireVersion version, String code, Answers answers) {
        Definition definition = version.definition();
        List<AnswerFlaw> flaws = AnswerCheck.complete(definition, answers);
        if (!flaws.isEmpty()) {
            return Outcome.done(new Result.Flawed(flaws));
        }
        if (filling.replaces().isPresent()
                && access.find(filling.caseId(), filling.replaces().get()).replace()
                        instanceof Outcome.Refused<Filling>(var refusal)) {
            return new Outcome.Refused<>(refusal);
        }
        var contents = new Contents(answers, Scoring.scores(definition, answers));
        filling.complete(contents, authorization.actor(), time.now()).orThrow();
        Filling completed = fillings.saveAndFlush(filling);
        events.record(QuestionnaireEvents.completed(completed, code, version.number(), definition, contents));
        return Outcome.done(new Result.Kept(completed));
    }
}
