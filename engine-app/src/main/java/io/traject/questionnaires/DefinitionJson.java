package io.traject.questionnaires;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Keeps a definition as JSON: it is written and read as a whole. */
@Converter
final class DefinitionJson implements AttributeConverter<Definition, String> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Definition definition) {
        return definition == null ? null : JSON.writeValueAsString(definition);
    }

    @Override
    public @Nullable Definition convertToEntityAttribute(@Nullable String column) {
        return column == null ? null : JSON.readValue(column, Definition.class);
    }
}
