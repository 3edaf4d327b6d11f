package io.traject.questionnaires;

import io.traject.access.Authorization;
import io.traject.kernel.BusinessTime;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes a draft what is filled in from now on; what was begun with the version before is finished with that. */
@Component
public class PublishQuestionnaire {

    private final QuestionnaireShelf shelf;
    private final QuestionnaireVersions versions;
    private final KeepInUse use;
    private final Authorization authorization;
    private final BusinessTime time;

    PublishQuestionnaire(
            QuestionnaireShelf shelf,
            QuestionnaireVersions versions,
            KeepInUse use,
            Authorization authorization,
            BusinessTime time) {
        this.shelf = shelf;
        this.versions = versions;
        this.use = use;
        this.authorization = authorization;
        this.time = time;
    }

    /**
     * Keeps the draft and publishes it, if it is complete and asks what something else goes by.
     *
     * @param version that the writer started from
     * @throws org.springframework.orm.ObjectOptimisticLockingFailureException when someone else changed or published it
     *     since
     */
    @Transactional
    public DraftQuestionnaire.Result publish(UUID id, Definition definition, long version) {
        QuestionnaireVersion draft = shelf.draft(id, version);
        List<Flaw> flaws = DefinitionCheck.ofPublication(definition);
        if (!flaws.isEmpty()) {
            return new DraftQuestionnaire.Result.Flawed(flaws);
        }
        List<String> broken = use.brokenBy(shelf.get(id).questionnaire().organisation(), () -> {
            versions.findByQuestionnaireIdAndState(id, VersionState.PUBLISHED)
                    .ifPresent(QuestionnaireVersion::supersede);
            versions.flush(); // there is never more than one published version, not for a moment
            String author = authorization.actor().displayName();
            draft.revise(definition, author, time.now()).orThrow();
            draft.publish(author, time.now()).orThrow();
        });
        if (!broken.isEmpty()) {
            return new DraftQuestionnaire.Result.Flawed(List.of(Flaw.of("", "in-use", String.join(", ", broken))));
        }
        return new DraftQuestionnaire.Result.Kept(versions.saveAndFlush(draft));
    }
}
