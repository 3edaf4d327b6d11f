package io.traject.access.audit;

import io.traject.access.Actor;
import io.traject.access.ActorAuthentication;
import io.traject.access.SystemActor;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.MDC;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who does something on this thread, as the logs name it.
 *
 * @param behalf for whom it is done, when it is done for somebody else (A44)
 */
record Doer(UUID id, Actor.Kind kind, String name, Optional<Actor> behalf) {

    private static final Doer SYSTEM = new Doer(SystemActor.ID, Actor.Kind.SYSTEM, SystemActor.NAME, Optional.empty());

    /** The system also does what happens before anybody is signed in. */
    static Doer now() {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof ActorAuthentication acting)) {
            return SYSTEM;
        }
        Actor actor = acting.getPrincipal();
        return acting.through()
                .map(account -> new Doer(account.id(), account.kind(), account.displayName(), Optional.of(actor)))
                .orElseGet(() -> new Doer(actor.id(), actor.kind(), actor.displayName(), Optional.empty()));
    }

    /** Whether somebody with an account does it. */
    boolean isSomebody() {
        return kind == Actor.Kind.USER || kind == Actor.Kind.API_ACCOUNT;
    }

    /** By which the entries of a request are found in the log files. */
    static Optional<String> correlation() {
        return Optional.ofNullable(MDC.get("correlationId"));
    }
}
