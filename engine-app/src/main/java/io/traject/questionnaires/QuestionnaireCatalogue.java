package io.traject.questionnaires;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an organisation may be asked: for those who fill in, and for rules that go by answers and scores (A11b). It asks
 * nobody's permission: the caller has checked that the actor may know the organisation's settings.
 */
@Component
@Transactional(readOnly = true)
public class QuestionnaireCatalogue {

    private final Questionnaires questionnaires;
    private final QuestionnaireVersions versions;

    QuestionnaireCatalogue(Questionnaires questionnaires, QuestionnaireVersions versions) {
        this.questionnaires = questionnaires;
        this.versions = versions;
    }

    /**
     * A questionnaire as it is filled in now.
     *
     * @param code stable over its versions
     * @param number of the version
     * @param definition texts in both languages, questions with their options and values, score groups; when it is medical,
     *     answers and scores may be shown to nobody without {@link io.traject.access.Permission#MEDICAL_VIEW}
     */
    public record Published(UUID id, UUID version, String code, int number, Definition definition) {}

    /** The published questionnaires that are not retired, by code. */
    public List<Published> of(UUID organisation) {
        Map<UUID, Questionnaire> inUse = questionnaires.findByOrganisationIdOrderByCode(organisation).stream()
                .filter(questionnaire -> !questionnaire.isRetired())
                .collect(Collectors.toMap(Questionnaire::id, Function.identity()));
        return versions.findByOrganisationIdAndState(organisation, VersionState.PUBLISHED).stream()
                .flatMap(version -> Stream.ofNullable(inUse.get(version.questionnaire()))
                        .map(questionnaire -> published(questionnaire, version)))
                .sorted(Comparator.comparing(Published::code))
                .toList();
    }

    public Optional<Published> find(UUID organisation, String code) {
        return questionnaires
                .findByOrganisationIdAndCode(organisation, code)
                .filter(questionnaire -> !questionnaire.isRetired())
                .flatMap(questionnaire -> versions.findByQuestionnaireIdAndState(
                                questionnaire.id(), VersionState.PUBLISHED)
                        .map(version -> published(questionnaire, version)));
    }

    private static Published published(Questionnaire questionnaire, QuestionnaireVersion version) {
        return new Published(
                questionnaire.id(), version.id(), questionnaire.code(), version.number(), version.definition());
    }
}
