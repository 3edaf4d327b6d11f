package io.traject.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BsnTest {

    @ParameterizedTest
    @ValueSource(strings = {"123456782", "111222333", "012345672", "999990019"})
    void shouldTakeNumbersThatPassTheElevenTest(String number) {
        assertThat(Bsn.parse(number)).get().extracting(Bsn::value).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "123456789",
                "000000000",
                "12345678",
                "0123456782",
                "12345678a",
                "12345678２",
                "-23456782",
                " 23456782",
                "123.456.782"
            })
    void shouldRefuseAnythingElse(String text) {
        assertThat(Bsn.parse(text)).isEmpty();
        assertThatThrownBy(() -> new Bsn(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a BSN");
    }

    @Test
    void shouldRefuseEveryNumberWithOneWrongDigit() {
        Random random = new Random(7);
        int[] valid = random.ints(10_000_000, 1_000_000_000)
                .filter(number -> Bsn.parse("%09d".formatted(number)).isPresent())
                .limit(300)
                .toArray();

        for (int number : valid) {
            String text = "%09d".formatted(number);
            for (int position = 0; position < 9; position++) {
                for (char digit = '0'; digit <= '9'; digit++) {
                    if (digit != text.charAt(position)) {
                        String wrong = text.substring(0, position) + digit + text.substring(position + 1);
                        assertThat(Bsn.parse(wrong)).as(wrong).isEmpty();
                    }
                }
            }
        }
    }

    @Test
    void shouldTakeOneNumberInEleven() {
        long valid = IntStream.range(500_000_000, 500_000_000 + 110_000)
                .filter(number -> Bsn.parse(Integer.toString(number)).isPresent())
                .count();

        // Of ten last digits one fits, unless the weighted sum leaves ten.
        assertThat(valid).isBetween(9_900L, 10_100L);
    }

    @Test
    void shouldHideTheNumberInText() {
        assertThat(new Bsn("123456782")).hasToString("******782");
    }
}
