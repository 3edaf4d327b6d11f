package io.traject.organisation;

import io.traject.access.Authorization;
import io.traject.access.OrganisationAccess;
import io.traject.access.Permission;
import io.traject.kernel.Ids;
import io.traject.kernel.NameClaims;
import io.traject.kernel.Outcome;
import io.traject.organisation.tree.Node;
import io.traject.organisation.tree.NodeKind;
import io.traject.organisation.tree.NodeTrail;
import io.traject.organisation.tree.Tree;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets a provider in; from then on it can have users, and employers in its tree. */
@Component
public class RegisterProvider {

    private final Tree tree;
    private final OrganisationAccess access;
    private final NodeTrail trail;
    private final NameClaims claims;
    private final Authorization authorization;

    RegisterProvider(
            Tree tree, OrganisationAccess access, NodeTrail trail, NameClaims claims, Authorization authorization) {
        this.tree = tree;
        this.access = access;
        this.trail = trail;
        this.claims = claims;
        this.authorization = authorization;
    }

    /** Refused with {@code provider-name-taken}. */
    @Transactional
    public Outcome<Node> register(String name) {
        authorization.requireForInstallation(Permission.ADMINISTRATION);
        claims.claim("provider", name);
        Outcome<Node> planted = tree.plant(NodeKind.PROVIDER, Ids.next(), name);
        if (planted instanceof Outcome.Done<Node>(Node provider)) {
            access.prepare(provider.id());
            trail.added(provider);
        }
        return planted;
    }
}
