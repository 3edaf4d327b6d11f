package io.traject.organisation.groups;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All employer groups. */
interface EmployerGroups extends JpaRepository<EmployerGroup, UUID> {

    boolean existsByOrganisationIdAndNameIgnoreCaseAndIdNot(UUID organisation, String name, UUID id);
}
