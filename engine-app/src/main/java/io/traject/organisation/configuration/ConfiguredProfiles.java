package io.traject.organisation.configuration;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** The profiles that organisations configured. */
interface ConfiguredProfiles extends JpaRepository<ConfiguredProfile, UUID> {}
