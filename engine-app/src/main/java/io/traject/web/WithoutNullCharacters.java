package io.traject.web;

import java.beans.PropertyEditorSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Leaves the character U+0000 out of every text that comes in, by form or as JSON: PostgreSQL stores none, nobody means it. */
@ControllerAdvice
class WithoutNullCharacters {

    @InitBinder
    void fromForms(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new PropertyEditorSupport() {

            @Override
            public void setAsText(@Nullable String text) {
                setValue(without(text));
            }
        });
    }

    @Bean
    JacksonModule fromJson() {
        return new SimpleModule("without-null-characters").addDeserializer(String.class, new StringDeserializer() {

            @Override
            public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
                return without(super.deserialize(parser, context));
            }
        });
    }

    private static @Nullable String without(@Nullable String text) {
        return text == null ? null : text.replace("\0", "");
    }
}
