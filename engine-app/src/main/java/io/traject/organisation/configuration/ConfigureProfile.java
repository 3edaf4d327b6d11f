package io.traject.organisation.configuration;

import io.traject.access.Actor;
import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.RealTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes what "add employer" asks. Employers that are registered keep what they have. */
@Component
public class ConfigureProfile {

    private final ConfiguredProfiles profiles;
    private final Authorization authorization;
    private final RealTime time;

    ConfigureProfile(ConfiguredProfiles profiles, Authorization authorization, RealTime time) {
        this.profiles = profiles;
        this.authorization = authorization;
        this.time = time;
    }

    /**
     * @param version that the change started from
     * @throws OptimisticLockingFailureException when someone else changed it since
     */
    @Transactional
    public void configure(Map<EmployerField, FieldUse> uses, long version) {
        UUID organisation = authorization.organisation(Permission.CONFIGURATION);
        Actor actor = authorization.actor();
        Changed changed = new Changed(actor.displayName(), time.now());
        Optional<ConfiguredProfile> known = profiles.findById(organisation);
        if (known.map(ConfiguredProfile::version).orElse(EmployerProfile.AS_SHIPPED) != version) {
            throw new ObjectOptimisticLockingFailureException(ConfiguredProfile.class, organisation);
        }
        known.ifPresentOrElse(
                profile -> profile.change(uses, changed),
                () -> profiles.saveAndFlush(new ConfiguredProfile(organisation, uses, changed)));
    }
}
