package io.traject.triggers.exchange;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Reads texts of the older format. */
final class OlderTexts {

    private OlderTexts() {}

    /** Numbers as they are written; empty for what is no value. */
    static String text(JsonNode node, String name) {
        JsonNode value = node.get(name);
        return value == null || value.isNull() || !value.isValueNode()
                ? ""
                : value.asString().strip();
    }

    static boolean isSet(JsonNode node, String name) {
        return List.of("true", "ja", "1").contains(text(node, name));
    }

    /** Texts were fixed then: what looks like a merge field now, was only braces. */
    static String fixed(String text, List<Conversion> report) {
        if (!text.contains("{{") && !text.contains("}}")) {
            return text;
        }
        String literal = text.replaceAll("\\{(?=\\{)", "{ ").replaceAll("}(?=})", "} ");
        report.add(Conversion.of(text, "braces", literal));
        return literal;
    }

    /** A name as it becomes a code: {@code Ziekte en verzuim} is {@code ziekte-en-verzuim}. */
    static String code(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        return plain.replaceAll("^-+|-+$", "");
    }
}
