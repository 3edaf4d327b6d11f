package io.traject.agenda;

import io.traject.kernel.Language;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What something is called in each language in which it has a name; one line each, and there is one at least (A29). */
public record LocalName(Map<Language, String> texts) {

    public static final int MAX_LENGTH = 80;

    /** @throws IllegalArgumentException without a text, or for one that is no line or too long */
    public LocalName {
        if (texts.isEmpty() || !texts.values().stream().allMatch(LocalName::isName)) {
            throw new IllegalArgumentException("no name of at most %d characters".formatted(MAX_LENGTH));
        }
        texts = Map.copyOf(texts);
    }

    /** @param dutch null or empty when there is none; likewise the other */
    static LocalName of(@Nullable String dutch, @Nullable String english) {
        Map<Language, String> texts = new EnumMap<>(Language.class);
        put(texts, Language.NL, dutch);
        put(texts, Language.EN, english);
        return new LocalName(texts);
    }

    private static void put(Map<Language, String> texts, Language language, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            texts.put(language, text);
        }
    }

    private static boolean isName(String text) {
        return !text.isBlank() && text.length() <= MAX_LENGTH && text.chars().noneMatch(Character::isISOControl);
    }

    public Optional<String> exactly(Language language) {
        return Optional.ofNullable(texts.get(language));
    }

    /** For a reader of this language: the name in another one when there is none in it. */
    public String in(Language language) {
        return exactly(language).orElseGet(() -> first().orElseThrow());
    }

    private Optional<String> first() {
        return Arrays.stream(Language.values())
                .flatMap(language -> exactly(language).stream())
                .findFirst();
    }

    @Override
    public String toString() {
        return Arrays.stream(Language.values())
                .flatMap(language -> exactly(language).stream())
                .collect(Collectors.joining(" / "));
    }
}
