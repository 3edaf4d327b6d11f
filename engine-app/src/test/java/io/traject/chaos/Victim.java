package io.traject.chaos;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What is killed, always with {@code kill -9}. */
enum Victim {
    APPLICATION(2),
    WORKERS(2),
    BROKER(2),
    /** PostgreSQL's first process, on which all others depend. */
    POSTMASTER(1),
    /** The process of one of PostgreSQL's connections; PostgreSQL then ends all and recovers. */
    BACKEND(2),
    EVERYTHING(1);

    private final int share;

    Victim(int share) {
        this.share = share;
    }

    /** Every victim, as often as its share, in a random order. */
    static List<Victim> shuffled(Random random) {
        List<Victim> victims = new ArrayList<>();
        for (Victim victim : values()) {
            victims.addAll(Collections.nCopies(victim.share, victim));
        }
        Collections.shuffle(victims, random);
        return victims;
    }
}
