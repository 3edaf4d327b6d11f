package io.traject.reexamination.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.traject.kernel.Language;
import io.traject.sheets.FileError;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IntakeMessagesTest {

    private static final List<String> ARGUMENTS = List.of("KOLOM", "waarde", "meer");

    @ParameterizedTest
    @EnumSource(Language.class)
    void shouldHaveASentenceForEveryError(Language language) {
        Stream<String> ofCells = Arrays.stream(Column.values())
                .flatMap(column -> Arrays.stream(CellError.Code.values())
                        .filter(code -> code != CellError.Code.DATE_RANGE
                                || column == Column.BIRTH_DATE
                                || column == Column.FINAL_DATE)
                        .map(code -> new CellError(2, column, "A", code, ARGUMENTS, "waarde").messageKey()));
        Stream<String> ofFiles = Arrays.stream(FileError.Code.values())
                .map(code -> FileError.of(code).messageKey("reexamination"));
        Stream<String> ofRepairs = Stream.of(new Repair(2, Column.BSN, "A", "1", "01").messageKey());

        Stream.of(ofCells, ofFiles, ofRepairs).flatMap(keys -> keys).distinct().forEach(key -> {
            String sentence = MessageFormat.format(texts(language).getString(key), ARGUMENTS.toArray());
            assertThat(sentence).as(key).endsWith(".").doesNotContain("{", "}", "''");
        });
    }

    @Test
    void shouldHaveEveryTextInBothLanguages() {
        assertThat(texts(Language.NL).keySet()).isEqualTo(texts(Language.EN).keySet());
    }

    @Test
    void shouldHaveNoApostropheThatAMessageFormatWouldEat() {
        for (Language language : Language.values()) {
            ResourceBundle texts = texts(language);
            assertThat(texts.keySet())
                    .allSatisfy(key -> assertThat(texts.getString(key)).doesNotContain("'"));
        }
    }

    private static ResourceBundle texts(Language language) {
        return ResourceBundle.getBundle(
                "i18n.reexamination-intake",
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
