package io.traject.rules.triggers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When texts are the same. */
class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "Rug, RUG",
        "IJsselstein, ijsselstein",
        "ĳs, Ĳs",
        "straße, STRASSE",
        "STRAẞE, strasse",
        "ﬁets, FIETS",
        "οδος, ΟΔΟΣ",
        "Ätzend, ätzend",
        "a\u0308, Ä",
        "İstanbul, istanbul",
        "ısı, ISI",
        "Ÿ, ÿ",
        "µ, Μ",
        "𐐀, 𐐨"
    })
    void shouldBeTheSame(String one, String other) {
        assertThat(Words.fold(one)).isEqualTo(Words.fold(other));
    }

    @ParameterizedTest
    @CsvSource({"één, een", "ø, o", "ĳ, ij", "a b, ab", "20, 20.0"})
    void shouldDiffer(String one, String other) {
        assertThat(Words.fold(one)).isNotEqualTo(Words.fold(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {" rug ", "\trug\n", "\u2003rug\u3000"})
    void shouldNotSeeWhatIsAround(String text) {
        assertThat(Words.fold(text)).isEqualTo("rug");
    }

    /** Also the letters that have several forms. */
    @Test
    void shouldFoldWhatIsFoldedToItself() {
        for (int letter = 0; letter <= Character.MAX_CODE_POINT; letter++) {
            String once = Words.fold("x" + Character.toString(letter) + "x");
            assertThat(Words.fold(once)).isEqualTo(once);
        }
    }

    /** So that a part of a text is found in it, whatever stands around it. */
    @Test
    void shouldFoldEachLetterByItself() {
        for (int letter = 'A'; letter < 0x2000; letter++) {
            if (Character.isLetter(letter)) {
                String alone = Words.fold(Character.toString(letter));
                assertThat(Words.fold("Ω" + Character.toString(letter) + "Ω")).contains(alone);
            }
        }
    }
}
