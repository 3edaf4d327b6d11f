package io.traject.questionnaires;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.Language;
import io.traject.kernel.NotFoundException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The questionnaires of the actor's organisation with all their versions, for who writes them. */
@Component
@Transactional(readOnly = true)
public class QuestionnaireShelf {

    private final Questionnaires questionnaires;
    private final QuestionnaireVersions versions;
    private final Authorization authorization;

    QuestionnaireShelf(Questionnaires questionnaires, QuestionnaireVersions versions, Authorization authorization) {
        this.questionnaires = questionnaires;
        this.versions = versions;
        this.authorization = authorization;
    }

    /**
     * A questionnaire with its versions, the newest first.
     *
     * @param versions at least one
     */
    public record Shelved(Questionnaire questionnaire, List<QuestionnaireVersion> versions) {

        public Optional<QuestionnaireVersion> draft() {
            return in(VersionState.DRAFT);
        }

        public Optional<QuestionnaireVersion> published() {
            return in(VersionState.PUBLISHED);
        }

        public QuestionnaireVersion newest() {
            return versions.getFirst();
        }

        public String name(Language language) {
            return newest().definition().name().in(language);
        }

        private Optional<QuestionnaireVersion> in(VersionState state) {
            return versions.stream().filter(version -> version.state() == state).findFirst();
        }
    }

    /** By code. */
    public List<Shelved> all() {
        UUID organisation = authorization.organisation(Permission.QUESTIONNAIRES_EDIT);
        Map<UUID, List<QuestionnaireVersion>> byQuestionnaire =
                versions.findByOrganisationIdOrderByNumberDesc(organisation).stream()
                        .collect(Collectors.groupingBy(QuestionnaireVersion::questionnaire));
        return questionnaires.findByOrganisationIdOrderByCode(organisation).stream()
                .map(questionnaire ->
                        new Shelved(questionnaire, byQuestionnaire.getOrDefault(questionnaire.id(), List.of())))
                .toList();
    }

    /** @throws NotFoundException when there is none, or it is another organisation's */
    public Shelved get(UUID id) {
        UUID organisation = authorization.organisation(Permission.QUESTIONNAIRES_EDIT);
        Questionnaire found = questionnaires
                .findById(id)
                .filter(questionnaire -> questionnaire.organisation().equals(organisation))
                .orElseThrow(NotFoundException::new);
        return new Shelved(found, versions.findByQuestionnaireIdOrderByNumberDesc(id));
    }

    /** @throws NotFoundException when there is no such version of it, or it is another organisation's */
    public QuestionnaireVersion version(UUID id, UUID version) {
        return get(id).versions().stream()
                .filter(found -> found.id().equals(version))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    /**
     * The draft, to change it.
     *
     * @param version that the change starts from
     * @throws NotFoundException when there is no such questionnaire, or it is another organisation's
     * @throws ObjectOptimisticLockingFailureException when someone else changed, published or discarded it since
     */
    public QuestionnaireVersion draft(UUID id, long version) {
        return get(id).draft()
                .filter(draft -> draft.version() == version)
                .orElseThrow(() -> new ObjectOptimisticLockingFailureException(QuestionnaireVersion.class, id));
    }
}
