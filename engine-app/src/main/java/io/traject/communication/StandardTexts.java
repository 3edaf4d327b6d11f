package io.traject.communication;

import io.traject.kernel.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The texts that come with the product, in {@code communication/<kind>_<language>.md}: the subject on the first line. */
final class StandardTexts {

    private StandardTexts() {}

    static TemplateText of(TemplateKind kind, Language language) {
        String resource = "/communication/" + kind.code() + "_" + language.code() + ".md";
        try (InputStream file = StandardTexts.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException("The standard text " + resource + " is missing from the classpath");
            }
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            int endOfSubject = text.indexOf('\n');
            return new TemplateText(
                    text.substring(0, endOfSubject),
                    text.substring(endOfSubject).strip());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
