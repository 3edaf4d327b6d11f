package io.traject.questionnaires;

import io.traject.access.Authorization;
import io.traject.cases.Case;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Fills in questionnaires in a case: begins, saves half-way, throws away. Everything here needs the permission to edit the
 * case, and for a medical questionnaire those to see and change what is medical.
 */
@Component
public class FillInQuestionnaire {

    private final FillingAccess access;
    private final QuestionnaireVersions versions;
    private final QuestionnaireCatalogue catalogue;
    private final Fillings fillings;
    private final Authorization authorization;
    private final BusinessTime time;

    FillInQuestionnaire(
            FillingAccess access,
            QuestionnaireVersions versions,
            QuestionnaireCatalogue catalogue,
            Fillings fillings,
            Authorization authorization,
            BusinessTime time) {
        this.access = access;
        this.versions = versions;
        this.catalogue = catalogue;
        this.fillings = fillings;
        this.authorization = authorization;
        this.time = time;
    }

    /** What became of the answers. */
    public sealed interface Result {
        record Kept(Filling filling) implements Result {}

        /** Nothing was written. */
        record Flawed(List<AnswerFlaw> flaws) implements Result {}
    }

    /**
     * Begins one, or takes up the one that is open. Refused with {@code case-not-open}. Of two at the same moment the second
     * gets a {@link org.springframework.dao.DataIntegrityViolationException}.
     *
     * @throws NotFoundException when no such questionnaire is published
     */
    @Transactional
    public Outcome<Filling> begin(UUID caseId, String code) {
        Case about = access.caseToEdit(caseId);
        QuestionnaireCatalogue.Published wanted =
                catalogue.find(about.organisation(), code).orElseThrow(NotFoundException::new);
        access.requireMedical(wanted.definition().medical(), about.organisation());
        if (!about.isOpen()) {
            return Outcome.refused("case-not-open");
        }
        return Outcome.done(open(caseId, wanted.id())
                .orElseGet(() -> fillings.saveAndFlush(new Filling(
                        caseId,
                        versions.findById(wanted.version()).orElseThrow(),
                        authorization.actor(),
                        time.now()))));
    }

    /**
     * Begins the correction of one that is completed, with its answers and its version. Refused with {@code case-not-open},
     * {@code questionnaire-replaced}, or {@code questionnaire-begun} when the same questionnaire is open already.
     *
     * @throws NotFoundException when the case has no such questionnaire
     */
    @Transactional
    public Outcome<Filling> correct(UUID caseId, UUID filling) {
        Case about = access.caseToEdit(caseId);
        Filling wrong = access.find(caseId, filling);
        access.requireMedical(wrong.isMedical(), about.organisation());
        if (!about.isOpen()) {
            return Outcome.refused("case-not-open");
        }
        if (wrong.state() != FillingState.COMPLETED) {
            return Outcome.refused("questionnaire-replaced");
        }
        Optional<Filling> begun = open(caseId, wrong.questionnaire());
        if (begun.isPresent()) {
            return begun.get().replaces().equals(Optional.of(filling))
                    ? Outcome.done(begun.get())
                    : Outcome.refused("questionnaire-begun");
        }
        return Outcome.done(fillings.saveAndFlush(Filling.correcting(
                wrong,
                versions.findById(wrong.questionnaireVersion()).orElseThrow(),
                wrong.read(authorization).orElse(Contents.NONE),
                authorization.actor(),
                time.now())));
    }

    /**
     * Keeps answers to go on later; refused with {@code case-not-open} or {@code questionnaire-completed}.
     *
     * @param version that the writer started from
     * @throws org.springframework.orm.ObjectOptimisticLockingFailureException when someone else saved since
     */
    @Transactional
    public Outcome<Result> save(UUID caseId, UUID filling, Answers answers, long version) {
        Outcome<Filling> found = access.toChange(caseId, filling, version);
        if (!(found instanceof Outcome.Done<Filling>(Filling open))) {
            return found.map(Result.Kept::new);
        }
        List<AnswerFlaw> flaws = AnswerCheck.soFar(definition(open), answers);
        return flaws.isEmpty()
                ? open.save(answers, authorization.actor(), time.now()).map(Result.Kept::new)
                : Outcome.done(new Result.Flawed(flaws));
    }

    /**
     * Throws away what is not completed; refused with {@code case-not-open} or {@code questionnaire-completed}.
     *
     * @throws org.springframework.orm.ObjectOptimisticLockingFailureException when someone else saved since
     */
    @Transactional
    public Outcome<Filling> discard(UUID caseId, UUID filling, long version) {
        Outcome<Filling> found = access.toChange(caseId, filling, version);
        if (found instanceof Outcome.Done<Filling>(Filling open)) {
            fillings.delete(open);
        }
        return found;
    }

    private Definition definition(Filling filling) {
        return versions.findById(filling.questionnaireVersion()).orElseThrow().definition();
    }

    private Optional<Filling> open(UUID caseId, UUID questionnaire) {
        return fillings.findByCaseIdAndQuestionnaireIdAndState(caseId, questionnaire, FillingState.OPEN);
    }
}
