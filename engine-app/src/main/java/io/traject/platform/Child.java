package io.traject.platform;

/** A process that the platform starts, watches over and stops. */
public interface Child {

    /** As people know it: {@code PostgreSQL}. */
    String name();

    /**
     * Starts the process. What an earlier, killed run left behind is stopped first.
     *
     * @throws PlatformFailure when it can't be started
     */
    void launch() throws InterruptedException;

    /**
     * Waits until the launched process serves.
     *
     * @throws PlatformFailure when it ends or takes too long
     */
    void awaitReady() throws InterruptedException;

    /** Waits until the process has ended, for whatever reason. */
    void awaitExit() throws InterruptedException;

    /** Stops the process in an orderly way, if it runs; returns when it has ended. */
    void stop();
}
