package io.traject.settings;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.Outcome;
import io.traject.kernel.RealTime;
import io.traject.settings.ActionLinks.Placed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Arranges what the people of an organisation find on the pages: its portal configuration (A7). */
@Service
public class ArrangePortal {

    private final Portals portals;
    private final ActionLinks links;
    private final Authorization authorization;
    private final RealTime time;

    ArrangePortal(Portals portals, ActionLinks links, Authorization authorization, RealTime time) {
        this.portals = portals;
        this.links = links;
        this.authorization = authorization;
        this.time = time;
    }

    /**
     * How it stands.
     *
     * @param version 0 for an organisation that has arranged nothing
     * @param changed who did so last
     */
    public record Arrangement(List<Placed> links, long version, Optional<Change> changed) {}

    /** Who changed it, and when. */
    public record Change(String by, Instant at) {}

    @Transactional(readOnly = true)
    public Arrangement current() {
        UUID organisation = authorization.organisation(Permission.CONFIGURATION);
        Optional<Portal> portal = portals.findById(organisation);
        return new Arrangement(
                links.arranged(organisation),
                portal.map(Portal::version).orElse(0L),
                portal.map(one -> new Change(one.changedByName(), one.changedAt())));
    }

    /** How it stands where nothing was arranged. */
    public List<Placed> usual() {
        authorization.organisation(Permission.CONFIGURATION);
        return links.usual();
    }

    /**
     * @param seen the version that the actor started from
     * @return the new version; refused with {@code portal-changed} when somebody has arranged it since
     * @throws OptimisticLockingFailureException when somebody does so at the same moment
     * @throws DataIntegrityViolationException when somebody does so for the first time at the same moment
     */
    @Transactional
    public Outcome<Long> arrange(List<PlacedLink> arranged, long seen) {
        UUID organisation = authorization.organisation(Permission.CONFIGURATION);
        Portal portal = portals.findById(organisation).orElseGet(() -> new Portal(organisation));
        if (portal.version() != seen) {
            return Outcome.refused("portal-changed");
        }
        portal.arrange(arranged, authorization.actor(), time.now());
        return Outcome.done(portals.saveAndFlush(portal).version());
    }
}
