package io.traject.testing;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** What forms and calls ask for, so that none is refused for want of something before it is asked who sends it. */
public final class EveryField {

    /** By name, of every form or call. */
    public static final Map<String, Object> ASKED = Map.ofEntries(
            Map.entry("reason", "x"),
            Map.entry("version", 0),
            Map.entry("remark", "x"),
            Map.entry("node", new UUID(0, 0)),
            Map.entry("outcome", "continue"),
            Map.entry("result", "completed"),
            Map.entry("agreed", true),
            Map.entry("all", true),
            Map.entry("data", Map.of("a", 1)),
            Map.entry("name", "x"),
            Map.entry("parentId", new UUID(0, 0)),
            Map.entry("number", "1"),
            Map.entry("initials", "X."),
            Map.entry("lastName", "X"),
            Map.entry("start", "2026-01-01"),
            Map.entry("startsAt", "2026-01-01T09:00:00Z"),
            Map.entry("partTime", "100"),
            Map.entry("required", true),
            Map.entry("on", true),
            Map.entry("municipality", new UUID(0, 0)),
            Map.entry("at", new UUID(0, 0)),
            Map.entry("whose", "user"));

    /** Of what is asked for by its address alone. */
    public static final String PARAMETERS = "?phase=DISPATCHED&kind=department&whose=user";

    private EveryField() {}

    /** {@link #ASKED} as names and values in turn. */
    public static String[] ofForm() {
        return ASKED.entrySet().stream()
                .flatMap(field -> Stream.of(field.getKey(), field.getValue().toString()))
                .toArray(String[]::new);
    }
}
