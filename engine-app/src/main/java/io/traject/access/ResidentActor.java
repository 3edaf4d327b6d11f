package io.traject.access;

import io.traject.access.SystemActor.Work;
import io.traject.kernel.Language;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A resident with the link of an invitation. There is no account and no permission: what the link is good for, the use case
 * behind it says. Pages name this actor in the reader's language; REST and the event log as here.
 */
public final class ResidentActor {

    public static final UUID ID = UUID.fromString("00000000-0000-7000-8000-00000000000b");
    public static final String NAME = "resident (link)";

    private ResidentActor() {}

    /** Does the work as the resident, on this thread; afterwards the thread acts for whom it acted before. */
    public static <T, E extends Exception> T call(UUID organisation, Work<T, E> work) throws E {
        var actor = new Actor(
                ID,
                "resident",
                NAME,
                Actor.Kind.RESIDENT,
                Optional.of(organisation),
                Set.of(),
                Reach.NOWHERE,
                Language.NL);
        return ActingOnThread.call(actor, work);
    }
}
