package io.traject.workers.schedule;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Task data as JSON, so that it survives a change of the classes that carry it. */
final class JsonSerializer implements Serializer {

    private static final byte[] NOTHING = {};

    private final JsonMapper mapper = JsonMapper.builder().build();

    @Override
    public byte[] serialize(@Nullable Object data) {
        return data == null ? NOTHING : mapper.writeValueAsBytes(data);
    }

    @Override
    public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] data) {
        return data == null || data.length == 0 ? null : mapper.readValue(data, type);
    }
}
