package io.traject.access;

import java.util.List;
import java.util.UUID;

/** The organisations that users can belong to; implemented by the room that keeps them. */
public interface Organisations {

    /** All of them, by name. */
    List<Entry> all();

    boolean exists(UUID id);

    /** An organisation as users choose it. */
    record Entry(UUID id, String name) {}
}
