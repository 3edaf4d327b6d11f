package io.traject.workers.engine;

import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How process variables are written and read: plain Jackson, whatever the pages and the REST interface have set for theirs. */
public final class EngineJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private EngineJson() {}

    public static String write(Map<String, Object> variables) {
        return MAPPER.writeValueAsString(variables);
    }

    /** The same with nothing in it but strings, numbers, booleans, lists and maps. */
    public static Map<String, Object> plain(Map<String, Object> variables) {
        return MAPPER.convertValue(variables, OBJECT);
    }

    static Map<String, Object> readObject(String json) {
        return MAPPER.readValue(json, OBJECT);
    }

    static JsonNode readTree(String json) {
        return MAPPER.readTree(json);
    }

    static <T> T bind(JsonNode object, Class<T> type) {
        return MAPPER.treeToValue(object, type);
    }
}
