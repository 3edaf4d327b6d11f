package io.traject.organisation;

import io.traject.access.Authorization;
import io.traject.access.OrganisationAccess;
import io.traject.access.Permission;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.NameClaims;
import io.traject.kernel.Outcome;
import io.traject.organisation.tree.NodeKind;
import io.traject.organisation.tree.Tree;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets a municipality in; from then on it can have users, templates and cases. */
@Component
public class RegisterMunicipality {

    private final Municipalities municipalities;
    private final Tree tree;
    private final OrganisationAccess access;
    private final Authorization authorization;
    private final NameClaims claims;
    private final BusinessTime time;

    RegisterMunicipality(
            Municipalities municipalities,
            Tree tree,
            OrganisationAccess access,
            Authorization authorization,
            NameClaims claims,
            BusinessTime time) {
        this.municipalities = municipalities;
        this.tree = tree;
        this.access = access;
        this.authorization = authorization;
        this.claims = claims;
        this.time = time;
    }

    /** Refused with {@code municipality-name-taken}. */
    @Transactional
    public Outcome<Municipality> register(Municipality.Details details) {
        authorization.requireForInstallation(Permission.ADMINISTRATION);
        claims.claim("municipality", details.name());
        if (municipalities.existsByNameIgnoreCase(details.name())) {
            return Outcome.refused("municipality-name-taken", details.name());
        }
        Municipality municipality = Municipality.register(details, time.now());
        tree.plant(NodeKind.MUNICIPALITY, municipality.id(), municipality.name())
                .orThrow();
        access.prepare(municipality.id());
        return Outcome.done(municipalities.save(municipality));
    }
}
