package io.traject.organisation.configuration;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What "add employer" asks, by organisation (A2). It asks nobody's permission: its callers do. */
@Service
@Transactional(readOnly = true)
public class ProfileConfiguration {

    private final ConfiguredProfiles profiles;

    ProfileConfiguration(ConfiguredProfiles profiles) {
        this.profiles = profiles;
    }

    public EmployerProfile of(UUID organisation) {
        return profiles.findById(organisation)
                .map(ConfiguredProfile::profile)
                .orElseGet(() -> new EmployerProfile(Map.of(), Optional.empty(), EmployerProfile.AS_SHIPPED));
    }
}
