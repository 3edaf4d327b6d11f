package io.traject.events;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A date that things of one kind have, from or up to which triggers may count days. Rooms declare beans. */
public interface PassingDate {

    /** {@code case.openedOn}: what the date is of, as its {@link FactSource} calls it, and which. */
    String key();

    /** Kinds of all things that are known with it, as in {@link DeclaredEvent#about()}. */
    List<String> about();

    /**
     * The things of the organisation whose date comes after a position and no later than a day, in order. A thing that has the date
     * several times is named for each day, once or more.
     */
    List<Dated> after(UUID organisation, Dated position, LocalDate upTo, int atMost);

    /** The kind of its things. */
    default String kind() {
        return key().substring(0, key().indexOf('.'));
    }
}
