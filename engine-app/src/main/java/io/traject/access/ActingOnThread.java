package io.traject.access;

import io.traject.access.SystemActor.Work;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** Lends a thread to an actor. */
final class ActingOnThread {

    private ActingOnThread() {}

    /** Does the work as this actor; afterwards the thread acts for whom it acted before. */
    static <T, E extends Exception> T call(Actor actor, Work<T, E> work) throws E {
        SecurityContext before = SecurityContextHolder.getContext();
        SecurityContext lent = SecurityContextHolder.createEmptyContext();
        lent.setAuthentication(new ActorAuthentication(actor));
        SecurityContextHolder.setContext(lent);
        try {
            return work.run();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
