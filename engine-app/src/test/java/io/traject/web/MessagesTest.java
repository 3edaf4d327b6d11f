package io.traject.web;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every text exists in Dutch and English, under a key of its room, and every key that is used exists. */
class MessagesTest {

    private static final Path MAIN = Path.of("src/main");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern IN_TEMPLATE = Pattern.compile("#\\{([\\w.-]+)");
    private static final List<Pattern> IN_CODE = List.of(
            Pattern.compile("(?:Refusal\\.of|Outcome\\.(?:<\\w+>)?refused|[^.\\w]refused)\\(\\s*\"([a-z0-9-]+)\""),
            Pattern.compile("Flash\\.(?:success|info|danger)\\(\\s*\\w+,\\s*\"([\\w.-]+)\""),
            Pattern.compile("NavigationEntry\\.(?:of|heading)\\(\\s*\"[\\w-]+\",\\s*\"([\\w.-]+)\""),
            Pattern.compile("Finding\\.(?:ok|warning|missing)\\(\\s*\"([\\w.-]+)\""),
            Pattern.compile("message = \"\\{([\\w.-]+)}\""));

    private final Map<String, Map<String, String>> dutch = texts("nl");
    private final Map<String, Map<String, String>> english = texts("en");

    @Test
    void shouldSayEverythingInBothLanguages() {
        assertThat(english.keySet()).isEqualTo(dutch.keySet());
        dutch.forEach(
                (room, texts) -> assertThat(new TreeSet<>(english.get(room).keySet()))
                        .as("keys of %s_en", room)
                        .isEqualTo(new TreeSet<>(texts.keySet())));
    }

    @Test
    void shouldNameTheSameThingsInBothLanguages() {
        dutch.forEach((room, texts) -> texts.forEach((key, text) -> assertThat(placeholders(text))
                .as(key)
                .isEqualTo(placeholders(english.get(room).get(key)))));
    }

    @Test
    void shouldBeReadyToShow() {
        Stream.of(dutch, english)
                .flatMap(all -> all.values().stream())
                .forEach(texts -> texts.forEach((key, text) -> {
                    assertThat(text).as(key).isNotBlank().as("%s: write ’", key).doesNotContain("'");
                    assertThat(new MessageFormat(text)).as(key).isNotNull();
                }));
    }

    @Test
    void shouldKeepEachRoomsKeysApart() {
        dutch.forEach((file, texts) -> {
            String room = file.replaceFirst("-.*", "");
            assertThat(texts.keySet())
                    .as(file)
                    .allMatch(key -> key.startsWith(room + ".")
                            || key.startsWith("refusal.")
                            || room.equals("web") && key.startsWith("typeMismatch"));
        });
        List<String> keys = dutch.values().stream()
                .flatMap(texts -> texts.keySet().stream())
                .toList();
        assertThat(keys).doesNotHaveDuplicates();
    }

    @Test
    void shouldKnowEveryKeyOfTheTemplates() {
        assertThat(unknown(MAIN.resolve("resources/templates"), ".html", List.of(IN_TEMPLATE)))
                .isEmpty();
    }

    @Test
    void shouldKnowEveryKeyOfTheCode() {
        assertThat(unknown(MAIN.resolve("java"), ".java", IN_CODE)).isEmpty();
    }

    private List<String> unknown(Path folder, String extension, List<Pattern> uses) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(extension))
                    .flatMap(file -> uses.stream()
                            .flatMap(use -> use.matcher(content(file)).results())
                            .map(found -> found.group(1))
                            .filter(key -> !known(key))
                            .map(key -> folder.relativize(file) + ": " + key))
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean known(String key) {
        return dutch.values().stream().anyMatch(texts -> texts.containsKey(key) || texts.containsKey("refusal." + key));
    }

    private static String placeholders(String text) {
        Matcher matcher = PLACEHOLDER.matcher(text);
        return matcher.results()
                .map(found -> found.group(1))
                .distinct()
                .sorted()
                .collect(joining(","));
    }

    private static String content(Path file) {
        try {
            return COMMENT.matcher(Files.readString(file)).replaceAll("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Map<String, String>> texts(String language) {
        Map<String, Map<String, String>> rooms = new HashMap<>();
        String ending = "_" + language + ".properties";
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:i18n/*" + ending)) {
                Properties texts = new Properties();
                try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    texts.load(reader);
                }
                Map<String, String> byKey = new HashMap<>();
                texts.forEach((key, text) -> byKey.put((String) key, (String) text));
                rooms.put(file.getFilename().replace(ending, ""), byKey);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rooms;
    }
}
