package io.traject.organisation.employees;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All employments. */
interface Employments extends JpaRepository<Employment, UUID> {

    /** The newest first. */
    List<Employment> findByEmployeeIdOrderByStartsOnDescId(UUID employee);

    List<Employment> findByEmployeeIdInOrderByStartsOnDescId(Collection<UUID> employees);

    Optional<Employment> findByIdAndEmployeeId(UUID id, UUID employee);

    boolean existsByEmployeeIdAndNumberAndIdNot(UUID employee, String number, UUID id);

    long countByJobFunctionId(UUID jobFunction);
}
