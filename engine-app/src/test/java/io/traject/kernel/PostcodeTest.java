package io.traject.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostcodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"1234 AB", "1234AB", "1234ab", "1234 ab", "1234aB"})
    void shouldBePrintedInOneWay(String text) {
        assertThat(Postcode.parse(text)).contains(new Postcode("1234 AB"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1234",
                "0123 AB",
                "1234 SA",
                "1234SD",
                "1234 ss",
                "1234  AB",
                "12345 AB",
                "1234 A",
                "1234 A1",
                "1234 ABC",
                "12 34AB",
                "1234-AB",
                "ABCD 12",
                "1234\tAB",
                "１２３４ AB",
                "1234 ıx"
            })
    void shouldRefuseAnythingElse(String text) {
        assertThat(Postcode.parse(text)).isEmpty();
    }

    @Test
    void shouldBeMadeOnlyAsPrinted() {
        assertThatThrownBy(() -> new Postcode("1234AB")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldHideTheStreetInText() {
        assertThat(new Postcode("1234 AB")).hasToString("1234 **");
    }
}
