package io.traject.organisation.configuration;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** The widgets that organisations configured. */
interface WidgetSettings extends JpaRepository<ConfiguredWidgets, UUID> {}
