package io.traject.access.security;

import io.traject.access.Actor;
import io.traject.access.ActorAuthentication;
import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.NotFoundException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Answers for the one who acts on this thread. */
@Component
class ActingAuthorization implements Authorization {

    @Override
    public Actor actor() {
        return acting().orElseThrow(() -> new AccessDeniedException("Nobody is signed in"));
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
    public Actor require(Permission permission, UUID organisation) {
        Actor actor = require(permission);
        if (!actsFor(actor, organisation)) {
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
        return acting().filter(actor -> actor.permissions().contains(permission))
                .isPresent();
    }

    @Override
    public boolean may(Permission permission, UUID organisation) {
        return acting().filter(actor -> actor.permissions().contains(permission) && actsFor(actor, organisation))
                .isPresent();
    }

    @Override
    public boolean mayForInstallation(Permission permission) {
        return may(permission) && actor().organisation().isEmpty();
    }

    @Override
    public UUID organisation(Permission permission) {
        return require(permission).organisation().orElseThrow(() -> new AccessDeniedException("No organisation"));
    }

    private static boolean actsFor(Actor actor, UUID organisation) {
        return actor.kind() == Actor.Kind.SYSTEM
                || actor.organisation().filter(organisation::equals).isPresent();
    }

    private static Optional<Actor> acting() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof ActorAuthentication acting
                ? Optional.of(acting.getPrincipal())
                : Optional.empty();
    }
}
