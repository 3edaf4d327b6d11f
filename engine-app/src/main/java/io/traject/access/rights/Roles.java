package io.traject.access.rights;

import io.traject.access.StandardRole;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All roles. */
public interface Roles extends Repository<Role, UUID> {

    Role save(Role role);

    void delete(Role role);

    @EntityGraph(attributePaths = "chosen")
    Optional<Role> findById(UUID id);

    @EntityGraph(attributePaths = "chosen")
    List<Role> findByOrganisation(UUID organisation);

    @EntityGraph(attributePaths = "chosen")
    Optional<Role> findByOrganisationAndStandard(UUID organisation, StandardRole standard);

    @EntityGraph(attributePaths = "chosen")
    Optional<Role> findByOrganisationIsNull();

    @Query(
            "select count(role) > 0 from Role role where role.organisation = :organisation and lower(role.name) = lower(:name) and role.id <> :but")
    boolean existsNamed(UUID organisation, String name, UUID but);
}
