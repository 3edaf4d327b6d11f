package io.traject.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    private static final Country BELGIUM = new Country("BE");

    @ParameterizedTest
    @ValueSource(strings = {"020 123 4567", "020-1234567", "+31 20 1234567", "0031201234567", "+31 (0)20 123 4567"})
    void shouldBeReadAsItIsWrittenAtHome(String typed) {
        assertThat(PhoneNumber.parse(typed, Country.NETHERLANDS)).contains(new PhoneNumber("+31201234567"));
    }

    @Test
    void shouldBePrintedForWhoCalls() {
        PhoneNumber number = new PhoneNumber("+31201234567");

        assertThat(number.printedIn(Country.NETHERLANDS)).isEqualTo("020 123 4567");
        assertThat(number.printedIn(BELGIUM)).isEqualTo("+31 20 123 4567");
    }

    @Test
    void shouldTellWhetherATextMessageCanReachIt() {
        assertThat(new PhoneNumber("+31612345678").maybeMobile()).isTrue();
        assertThat(new PhoneNumber("+31201234567").maybeMobile()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "112", "12", "020 123 456", "020 123 4567 ext. 12", "bel mij", "+999 123456789"})
    void shouldRefuseAnythingElse(String text) {
        assertThat(PhoneNumber.parse(text, Country.NETHERLANDS)).isEmpty();
        assertThatThrownBy(() -> new PhoneNumber(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldHideTheNumberInText() {
        assertThat(new PhoneNumber("+31201234567")).hasToString("******67");
    }
}
