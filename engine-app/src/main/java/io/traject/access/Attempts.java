package io.traject.access;

import java.time.Duration;
import java.util.Optional;

/** Slows down who guesses at a door that needs no sign-in, over all instances together. */
public interface Attempts {

    /**
     * Counts an attempt before it is made.
     *
     * @param door what is knocked at
     * @param key what is tried; only a hash is kept
     * @param address of the caller
     * @return how long to wait; empty when the attempt may be made
     */
    Optional<Duration> admit(String door, String key, String address);

    /** Takes an attempt back that turned out to be right. */
    void forgive(String door, String key, String address);
}
