package io.traject.organisation;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All municipalities of the installation. */
interface Municipalities extends JpaRepository<Municipality, UUID> {

    boolean existsByNameIgnoreCase(String name);

    boolean existsByNameIgnoreCaseAndIdNot(String name, UUID id);
}
