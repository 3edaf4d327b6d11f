package io.traject.events;

import io.traject.kernel.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What texts may say of things of one kind, such as a name: read when the text is made and never kept with an event. Rooms
 * declare beans. The label of each is the text {@code field.<key>}.
 */
public interface MergeSource {

    /** {@code case}, {@code employee}, {@code employer}. */
    String kind();

    /** Dotted, the kind first: {@code employee.name}; none that a {@link FactSource} has as well. */
    List<String> keys();

    /** What has no value is left out; empty when there is no such thing. */
    Optional<Map<String, String>> values(UUID id, Language language);
}
