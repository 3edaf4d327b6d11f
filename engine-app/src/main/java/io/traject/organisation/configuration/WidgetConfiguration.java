package io.traject.organisation.configuration;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What widgets show, by organisation (A2, A17, A18). It asks nobody's permission: its callers do. */
@Service
@Transactional(readOnly = true)
public class WidgetConfiguration {

    private final WidgetSettings settings;
    private final ProfileConfiguration profiles;

    WidgetConfiguration(WidgetSettings settings, ProfileConfiguration profiles) {
        this.settings = settings;
        this.profiles = profiles;
    }

    public Widgets of(UUID organisation) {
        EmployerProfile profile = profiles.of(organisation);
        return settings.findById(organisation)
                .map(stored -> new Widgets(stored.chosen(), profile, Optional.of(stored.changed()), stored.version()))
                .orElseGet(() -> new Widgets(Map.of(), profile, Optional.empty(), Widgets.AS_SHIPPED));
    }
}
