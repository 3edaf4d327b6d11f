package io.traject.questionnaires;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** The filled-in questionnaires of all cases. */
interface Fillings extends JpaRepository<Filling, UUID> {

    List<Filling> findByCaseIdOrderByBegunAtDescIdDesc(UUID caseId);

    Optional<Filling> findByIdAndCaseId(UUID id, UUID caseId);

    Optional<Filling> findByCaseIdAndQuestionnaireIdAndState(UUID caseId, UUID questionnaire, FillingState state);
}
