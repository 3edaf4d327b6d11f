package io.traject.questionnaires;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** The versions of all questionnaires. */
interface QuestionnaireVersions extends JpaRepository<QuestionnaireVersion, UUID> {

    List<QuestionnaireVersion> findByQuestionnaireIdOrderByNumberDesc(UUID questionnaire);

    List<QuestionnaireVersion> findByOrganisationIdOrderByNumberDesc(UUID organisation);

    List<QuestionnaireVersion> findByOrganisationIdAndState(UUID organisation, VersionState state);

    Optional<QuestionnaireVersion> findByQuestionnaireIdAndState(UUID questionnaire, VersionState state);
}
