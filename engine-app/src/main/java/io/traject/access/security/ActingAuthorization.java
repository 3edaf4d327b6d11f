package io.traject.access.security;

import io.traject.access.Actor;
import io.traject.access.ActorAuthentication;
import io.traject.access.Authorization;
import io.traject.access.OrganisationTree;
import io.traject.access.Permission;
import io.traject.access.Reach;
import io.traject.kernel.NotFoundException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Answers for the one who acts on this thread. */
@Component
class ActingAuthorization implements Authorization {

    private final OrganisationTree tree;
    private final Supplier<Optional<Actor>> acting;

    @Autowired
    ActingAuthorization(OrganisationTree tree) {
        this(tree, ActingAuthorization::onThisThread);
    }

    private ActingAuthorization(OrganisationTree tree, Supplier<Optional<Actor>> acting) {
        this.tree = tree;
        this.acting = acting;
    }

    @Override
    public Actor actor() {
        return acting.get().orElseThrow(() -> new AccessDeniedException("Nobody is signed in"));
    }

    @Override
    public Authorization as(Actor somebody) {
        return new ActingAuthorization(tree, () -> Optional.of(somebody));
    }

    @Override
    public Actor require(Permission permission) {
        Actor actor = actor();
        if (!actor.permissions().contains(permission)) {
            throw new AccessDeniedException("Lacks " + permission);
        }
        return actor;
    }

    @Override
    public Actor require(Permission permission, UUID node) {
        Actor actor = require(permission);
        if (!reaches(actor, node)) {
            throw new NotFoundException();
        }
        return actor;
    }

    @Override
    public Actor requireForInstallation(Permission permission) {
        Actor actor = require(permission);
        if (actor.organisation().isPresent()) {
            throw new AccessDeniedException("Belongs to an organisation");
        }
        return actor;
    }

    @Override
    public boolean may(Permission permission) {
        return holder(permission).isPresent();
    }

    @Override
    public boolean may(Permission permission, UUID node) {
        return holder(permission).filter(actor -> reaches(actor, node)).isPresent();
    }

    @Override
    public boolean mayForInstallation(Permission permission) {
        return holder(permission)
                .filter(actor -> actor.organisation().isEmpty())
                .isPresent();
    }

    @Override
    public boolean mayForOrganisation(Permission permission) {
        return holder(permission)
                .filter(actor ->
                        actor.organisation().filter(actor.reach()::isWhole).isPresent())
                .isPresent();
    }

    @Override
    public Reach reach(Permission permission) {
        Actor actor = require(permission);
        organisationOf(actor);
        return actor.reach();
    }

    @Override
    public UUID organisation(Permission permission) {
        Actor actor = require(permission);
        UUID organisation = organisationOf(actor);
        if (!actor.reach().isWhole(organisation)) {
            throw new AccessDeniedException("Reaches only parts of the organisation");
        }
        return organisation;
    }

    private static UUID organisationOf(Actor actor) {
        return actor.organisation().orElseThrow(() -> new AccessDeniedException("No organisation"));
    }

    /** The tree is asked only about a node that no part names: most questions are about those that one does. */
    private boolean reaches(Actor actor, UUID node) {
        return actor.kind() == Actor.Kind.SYSTEM
                || actor.reach().names(node)
                || tree.covers(actor.reach().parts(), node);
    }

    private Optional<Actor> holder(Permission permission) {
        return acting.get().filter(actor -> actor.permissions().contains(permission));
    }

    private static Optional<Actor> onThisThread() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof ActorAuthentication acting
                ? Optional.of(acting.getPrincipal())
                : Optional.empty();
    }
}
