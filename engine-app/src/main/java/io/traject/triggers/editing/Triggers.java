package io.traject.triggers.editing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All triggers. */
interface Triggers extends Repository<Trigger, UUID> {

    Trigger saveAndFlush(Trigger trigger);

    /** Also one that is deleted. */
    @EntityGraph(attributePaths = "versions")
    Optional<Trigger> findById(UUID id);

    /** Those that are not deleted, by name. */
    @EntityGraph(attributePaths = "versions")
    @Query(
            "select one from Trigger one where one.organisationId = :organisation and one.deletedAt is null order by lower(one.name)")
    List<Trigger> of(UUID organisation);

    @Query("""
            select count(one) > 0 from Trigger one
            where one.organisationId = :organisation and lower(one.name) = lower(:name) and one.id <> :but
                and one.deletedAt is null
            """)
    boolean existsNamed(UUID organisation, String name, UUID but);
}
