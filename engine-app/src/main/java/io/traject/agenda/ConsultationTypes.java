package io.traject.agenda;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;

/** The consultation types of all organisations. */
interface ConsultationTypes extends JpaRepository<ConsultationType, UUID> {

    List<ConsultationType> findByOrganisationId(UUID organisation);

    Optional<ConsultationType> findByOrganisationIdAndCode(UUID organisation, String code);

    /** Nobody changes it until this transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_READ)
    Optional<ConsultationType> findAndShareById(UUID id);

    /** Nobody else uses it anew, or changes it, until this transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<ConsultationType> findAndLockById(UUID id);
}
