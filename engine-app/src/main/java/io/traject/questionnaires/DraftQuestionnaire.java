package io.traject.questionnaires;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.Outcome;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes questionnaires: begins one, keeps its draft, begins the draft of the next version. */
@Component
public class DraftQuestionnaire {

    private final QuestionnaireShelf shelf;
    private final Questionnaires questionnaires;
    private final QuestionnaireVersions versions;
    private final Authorization authorization;
    private final BusinessTime time;

    DraftQuestionnaire(
            QuestionnaireShelf shelf,
            Questionnaires questionnaires,
            QuestionnaireVersions versions,
            Authorization authorization,
            BusinessTime time) {
        this.shelf = shelf;
        this.questionnaires = questionnaires;
        this.versions = versions;
        this.authorization = authorization;
        this.time = time;
    }

    /** What became of a draft. */
    public sealed interface Result {
        record Kept(QuestionnaireVersion version) implements Result {}

        /** Nothing was written. */
        record Flawed(List<Flaw> flaws) implements Result {}
    }

    /**
     * Refused with {@code questionnaire-code-taken}. Of two who take the same code at the same moment the second gets a
     * {@link org.springframework.dao.DataIntegrityViolationException}.
     */
    @Transactional
    public Outcome<Questionnaire> begin(String code, Bilingual name) {
        UUID organisation = authorization.organisation(Permission.QUESTIONNAIRES_EDIT);
        if (questionnaires.findByOrganisationIdAndCode(organisation, code).isPresent()) {
            return Outcome.refused("questionnaire-code-taken", code);
        }
        Questionnaire begun = questionnaires.saveAndFlush(new Questionnaire(organisation, code, time.now()));
        versions.save(QuestionnaireVersion.first(begun, Definition.named(name), author(), time.now()));
        return Outcome.done(begun);
    }

    /**
     * Keeps the draft, if it can be kept.
     *
     * @param version that the writer started from
     * @throws org.springframework.orm.ObjectOptimisticLockingFailureException when someone else changed or published it since
     */
    @Transactional
    public Result keep(UUID id, Definition definition, long version) {
        QuestionnaireVersion draft = shelf.draft(id, version);
        List<Flaw> flaws = DefinitionCheck.ofDraft(definition);
        if (!flaws.isEmpty()) {
            return new Result.Flawed(flaws);
        }
        draft.revise(definition, author(), time.now()).orThrow();
        return new Result.Kept(versions.saveAndFlush(draft));
    }

    /**
     * The draft of the next version, which starts from the newest; the present draft when there is one.
     *
     * <p>Of two at the same moment the second gets a {@link org.springframework.dao.DataIntegrityViolationException}.
     */
    @Transactional
    public QuestionnaireVersion next(UUID id) {
        QuestionnaireShelf.Shelved found = shelf.get(id);
        return found.draft()
                .orElseGet(
                        () -> versions.saveAndFlush(found.newest().next(found.questionnaire(), author(), time.now())));
    }

    /**
     * Throws the draft away; of a questionnaire that was never published nothing remains.
     *
     * @return whether the questionnaire is still there
     * @throws org.springframework.orm.ObjectOptimisticLockingFailureException when someone else changed or published it since
     */
    @Transactional
    public boolean discard(UUID id, long version) {
        QuestionnaireShelf.Shelved found = shelf.get(id);
        versions.delete(shelf.draft(id, version));
        versions.flush();
        if (found.versions().size() > 1) {
            return true;
        }
        questionnaires.delete(found.questionnaire());
        return false;
    }

    private String author() {
        return authorization.actor().displayName();
    }
}
