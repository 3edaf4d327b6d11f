package io.traject.platform;

import java.time.Instant;
import java.util.List;

/** The processes that this instance started and watches over; none when the platform is external. */
public interface PlatformChildren {

    List<ChildStatus> all();

    /**
     * How a child is.
     *
     * @param needed whether the platform can't do without it
     * @param state {@code STARTING}, {@code RUNNING}, {@code RESTARTING} or {@code STOPPED}
     * @param restarts since this instance started
     * @param since when it came into this state
     */
    record ChildStatus(String name, boolean needed, boolean running, String state, int restarts, Instant since) {}
}
