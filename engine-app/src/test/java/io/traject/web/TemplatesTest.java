package io.traject.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes wrong in a template without any page failing to be shown. */
class TemplatesTest {

    private static final Path TEMPLATES = Path.of("src", "main", "resources", "templates");
    private static final String FRAME = "frame.html";

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files
                    .filter(file -> file.toString().endsWith(".html")
                            && !file.endsWith(FRAME)
                            && read(file).contains("~{frame :: "))
                    .toList()
                    .stream();
        }
    }

    /** The page is replaced by its frame; what stands behind it would be shown as well. */
    @ParameterizedTest
    @MethodSource("pages")
    void shouldHaveNoFragmentsBehindThePage(Path page) {
        String text = read(page);
        assertThat(text.substring(text.lastIndexOf("</html>"))).doesNotContain("th:fragment");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
