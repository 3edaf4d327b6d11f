package io.traject.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountryTest {

    @Test
    void shouldBeNamedInTheReadersLanguage() {
        assertThat(new Country("BE").name(Language.NL)).isEqualTo("België");
        assertThat(new Country("BE").name(Language.EN)).isEqualTo("Belgium");
        assertThat(Country.parse("nl")).contains(Country.NETHERLANDS);
    }

    @Test
    void shouldBeOrderedAsTheReadersAlphabetIs() {
        assertThat(Country.all(Language.NL))
                .hasSizeGreaterThan(240)
                .extracting(country -> country.name(Language.NL))
                .containsSubsequence("België", "Oekraïne", "Oostenrijk", "Zweden");
        assertThat(Country.all(Language.EN))
                .extracting(country -> country.name(Language.EN))
                .containsSubsequence("Austria", "Belgium", "Sweden", "Ukraine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "N", "NLD", "XX", "EL", "ｎｌ", "ıt"})
    void shouldRefuseWhatIsNoCountry(String code) {
        assertThat(Country.parse(code)).isEmpty();
        assertThatThrownBy(() -> new Country(code)).isInstanceOf(IllegalArgumentException.class);
    }
}
