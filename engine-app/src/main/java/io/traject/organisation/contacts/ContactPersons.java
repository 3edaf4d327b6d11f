package io.traject.organisation.contacts;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** All contact persons. */
interface ContactPersons extends JpaRepository<ContactPerson, UUID> {

    @Query("select p from ContactPerson p where p.nodeId in :nodes order by p.preferred desc, lower(p.name), p.id")
    List<ContactPerson> of(Collection<UUID> nodes);

    Optional<ContactPerson> findByNodeIdAndPreferredTrue(UUID node);
}
