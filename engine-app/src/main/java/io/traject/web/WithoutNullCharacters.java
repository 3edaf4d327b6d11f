package io.traject.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Leaves the character U+0000 out of every parameter and of every text in JSON: PostgreSQL stores none, nobody means it. JSON
 * that is read as a tree keeps it.
 */
@Component
class WithoutNullCharacters extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Parameters(request), response);
    }

    @Bean
    static JacksonModule textsWithoutNullCharacters() {
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

    private static final class Parameters extends HttpServletRequestWrapper {

        Parameters(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            return without(super.getParameter(name));
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            String[] values = super.getParameterValues(name);
            return values == null ? null : clean(values);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            Map<String, String[]> parameters = new HashMap<>(super.getParameterMap());
            parameters.replaceAll((name, values) -> clean(values));
            return parameters;
        }

        private static String[] clean(String[] values) {
            return Stream.of(values).map(WithoutNullCharacters::without).toArray(String[]::new);
        }
    }
}
