package io.traject.settings;

import io.traject.access.Actor;
import io.traject.access.Authorization;
import io.traject.access.OrganisationSetUpCheck;
import io.traject.access.Permission;
import io.traject.kernel.SetUpCheck;
import io.traject.kernel.SetUpCheck.Finding;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * Looks at all that must be set up, in order: for who looks after the installation at the installation, for the people of an
 * organisation at what they themselves can mend there.
 */
@Component
public class SetUpReport {

    private static final List<Permission> READERS = List.of(Permission.ADMINISTRATION, Permission.CONFIGURATION);

    private final ObjectProvider<SetUpCheck> ofInstallation;
    private final ObjectProvider<OrganisationSetUpCheck> ofOrganisation;
    private final Authorization authorization;

    SetUpReport(
            ObjectProvider<SetUpCheck> ofInstallation,
            ObjectProvider<OrganisationSetUpCheck> ofOrganisation,
            Authorization authorization) {
        this.ofInstallation = ofInstallation;
        this.ofOrganisation = ofOrganisation;
        this.authorization = authorization;
    }

    /** What one check found. */
    public record Line(String titleKey, Finding finding) {

        public boolean isOpen() {
            return finding.state() != SetUpCheck.State.OK;
        }
    }

    /** Whether the actor may see it: an administrator of the installation, or of an organisation, functional ones included. */
    public boolean isFor(Authorization somebody) {
        return somebody.mayForInstallation(Permission.ADMINISTRATION)
                || READERS.stream().anyMatch(somebody::mayForOrganisation);
    }

    /** @throws AccessDeniedException unless it {@link #isFor is for} the actor */
    public List<Line> lines() {
        if (!isFor(authorization)) {
            throw new AccessDeniedException("Sets nothing up");
        }
        Actor actor = authorization.actor();
        return actor.organisation()
                .map(this::lines)
                .orElseGet(() -> ofInstallation
                        .orderedStream()
                        .map(check -> new Line(check.titleKey(), check.look()))
                        .toList());
    }

    private List<Line> lines(UUID organisation) {
        return ofOrganisation
                .orderedStream()
                .filter(check -> authorization.mayForOrganisation(check.mendedWith()))
                .flatMap(check -> check.look(organisation).map(finding -> new Line(check.titleKey(), finding)).stream())
                .toList();
    }
}
