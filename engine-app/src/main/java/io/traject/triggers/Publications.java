package io.traject.triggers;

import java.util.List;

/** What is published. A publication is a row: each time that one is published or retired, a new one with all that runs from then on. */
public interface Publications {

    /** The number of the newest; 0 before the first. Read in the caller's transaction. */
    long newest();

    /** All triggers of all organisations that run under this publication. */
    List<PublishedTrigger> triggers(long publication);
}
