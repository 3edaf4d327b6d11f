package io.traject.access;

import io.traject.kernel.SetUpCheck.Finding;
import java.util.Optional;
import java.util.UUID;

/**
 * One thing that must be right before the people of an organisation can work; the set-up check page shows it to who mends
 * such things there. Each room contributes its own as beans, in the order of {@link
 * org.springframework.core.annotation.Order}.
 */
public interface OrganisationSetUpCheck {

    /** Message key of what is looked at, in a few words. */
    String titleKey();

    /** What one needs to mend it. */
    Permission mendedWith();

    /** Looks now, at this organisation alone; empty when it does not concern it. Answers within a second. */
    Optional<Finding> look(UUID organisation);
}
