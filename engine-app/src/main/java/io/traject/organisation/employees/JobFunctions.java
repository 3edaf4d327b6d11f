package io.traject.organisation.employees;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** The job functions of all employers. */
interface JobFunctions extends JpaRepository<JobFunction, UUID> {

    List<JobFunction> findByEmployerIdOrderByName(UUID employer);

    Optional<JobFunction> findByEmployerIdAndNameIgnoreCase(UUID employer, String name);

    boolean existsByEmployerIdAndNameIgnoreCaseAndIdNot(UUID employer, String name, UUID id);

    boolean existsByEmployerIdAndCodeIgnoreCaseAndIdNot(UUID employer, String code, UUID id);
}
