package io.traject.questionnaires;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** The questionnaires of all organisations. */
interface Questionnaires extends JpaRepository<Questionnaire, UUID> {

    List<Questionnaire> findByOrganisationIdOrderByCode(UUID organisation);

    Optional<Questionnaire> findByOrganisationIdAndCode(UUID organisation, String code);
}
