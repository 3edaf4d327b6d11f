package io.traject.access;

import java.util.Optional;
import java.util.UUID;

/** Those who act, by id: for work that goes on after the one who asked for it has left. */
public interface Actors {

    /** A user or an API account with the rights of this moment; empty for who is no longer active. */
    Optional<Actor> find(UUID id);

    /** Does the work as this actor, on this thread; afterwards the thread acts for whom it acted before. */
    static <T, E extends Exception> T call(Actor actor, SystemActor.Work<T, E> work) throws E {
        return ActingOnThread.call(actor, work);
    }
}
