package io.traject.organisation.configuration;

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

/** Changes what widgets show. */
@Component
public class ConfigureWidgets {

    private final WidgetSettings settings;
    private final Authorization authorization;
    private final RealTime time;

    ConfigureWidgets(WidgetSettings settings, Authorization authorization, RealTime time) {
        this.settings = settings;
        this.authorization = authorization;
        this.time = time;
    }

    /**
     * @param chosen the fields that are switched on or off; the others stay as they are
     * @param version that the change started from
     * @throws OptimisticLockingFailureException when someone else changed it since
     */
    @Transactional
    public void configure(Map<WidgetField, Boolean> chosen, long version) {
        UUID organisation = authorization.organisation(Permission.CONFIGURATION);
        Changed changed = new Changed(authorization.actor().displayName(), time.now());
        Optional<ConfiguredWidgets> known = settings.findById(organisation);
        if (known.map(ConfiguredWidgets::version).orElse(Widgets.AS_SHIPPED) != version) {
            throw new ObjectOptimisticLockingFailureException(ConfiguredWidgets.class, organisation);
        }
        known.ifPresentOrElse(
                widgets -> widgets.change(chosen, changed),
                () -> settings.saveAndFlush(new ConfiguredWidgets(organisation, chosen, changed)));
    }
}
