package io.traject.organisation.employees;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;

/** All employees. */
interface Employees extends JpaRepository<Employee, UUID> {

    /** Nobody else changes the employee, or the employments, until this transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Employee> findAndLockById(UUID id);

    List<Employee> findByEmployerIdAndNumberIn(UUID employer, Collection<String> numbers);

    boolean existsByEmployerIdAndNumberAndIdNot(UUID employer, String number, UUID id);

    boolean existsByEmployerIdAndBsnAndIdNot(UUID employer, String bsn, UUID id);

    List<Employee> findByOrganisationIdAndBsn(UUID organisation, String bsn);
}
