package io.traject.cases;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All cases. */
interface Cases extends JpaRepository<Case, UUID> {}
