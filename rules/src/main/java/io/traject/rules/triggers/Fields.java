package io.traject.rules.triggers;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** What an event has, by key. */
final class Fields {

    private Fields() {}

    /** @throws IllegalArgumentException when two have the same key */
    static Map<String, Field> byKey(Collection<Field> fields) {
        Map<String, Field> byKey = HashMap.newHashMap(fields.size());
        for (Field field : fields) {
            if (byKey.put(field.key(), field) != null) {
                throw new IllegalArgumentException("Two fields " + field.key());
            }
        }
        return byKey;
    }
}
