package io.traject.access.rights;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All groups. */
public interface UserGroups extends Repository<UserGroup, UUID> {

    UserGroup save(UserGroup group);

    void delete(UserGroup group);

    @EntityGraph(attributePaths = "parts")
    Optional<UserGroup> findById(UUID id);

    @EntityGraph(attributePaths = "parts")
    List<UserGroup> findByIdIn(Collection<UUID> ids);

    @EntityGraph(attributePaths = "parts")
    List<UserGroup> findByOrganisation(UUID organisation);

    @EntityGraph(attributePaths = "parts")
    Optional<UserGroup> findByOrganisationAndStandardTrue(UUID organisation);

    @Query(
            "select count(g) > 0 from UserGroup g where g.organisation = :organisation and lower(g.name) = lower(:name) and g.id <> :but")
    boolean existsNamed(UUID organisation, String name, UUID but);
}
