package io.traject.access;

import io.traject.kernel.Language;
import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;

/** The system itself, for what no person does: jobs of the engine, schedules, demo data. It may act for every organisation. */
public final class SystemActor {

    public static final UUID ID = UUID.fromString("00000000-0000-7000-8000-00000000000a");
    public static final String NAME = "Traject";

    private static final Actor ACTOR = named(NAME);

    private SystemActor() {}

    private static Actor named(String name) {
        return new Actor(
                ID,
                "system",
                name,
                Actor.Kind.SYSTEM,
                Optional.empty(),
                EnumSet.allOf(Permission.class),
                Reach.NOWHERE,
                Language.NL);
    }

    /** What is done as the system. */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {
        T run() throws E;
    }

    /** Does the work as the system, on this thread; afterwards the thread acts for whom it acted before. */
    public static <T, E extends Exception> T call(Work<T, E> work) throws E {
        return ActingOnThread.call(ACTOR, work);
    }

    /** {@link #call} where histories are to tell on whose account the system acts, such as the name of a trigger. */
    public static <T, E extends Exception> T callFor(String name, Work<T, E> work) throws E {
        return ActingOnThread.call(named(name), work);
    }

    /** {@link #call} for work without a result. */
    public static void run(Runnable work) {
        SystemActor.<Optional<Void>, RuntimeException>call(() -> {
            work.run();
            return Optional.empty();
        });
    }
}
