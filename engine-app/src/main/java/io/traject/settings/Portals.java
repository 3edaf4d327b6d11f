package io.traject.settings;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** The portals of organisations that have arranged theirs. */
interface Portals extends JpaRepository<Portal, UUID> {}
