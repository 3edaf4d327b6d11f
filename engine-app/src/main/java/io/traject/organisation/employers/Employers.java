package io.traject.organisation.employers;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;

/** All employers, drafts and cancelled ones too. */
interface Employers extends JpaRepository<Employer, UUID> {

    long countByOrganisationIdAndStateIn(UUID organisation, Collection<EmployerState> states);

    /** As it stays until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Employer> findLockedById(UUID id);
}
