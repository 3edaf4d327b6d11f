package io.traject.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VatNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"NL004495445B01", "NL004495445B99"})
    void shouldTakeLegalPersonsNumbersByTheElevenTest(String number) {
        assertThat(VatNumber.parse(number)).contains(new VatNumber(number));
    }

    @Test
    void shouldTakeSoleTradersNumbersByTheRemainderOfNinetySeven() {
        assertThat(VatNumber.parse("NL000099998B57")).contains(new VatNumber("NL000099998B57"));
        assertThat(VatNumber.parse("NL000099998B58")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "NL",
                "NL123456789B56",
                "NL004495445B00",
                "NL004495446B01",
                "NL000000000B01",
                "NL004495445A01",
                "NL04495445B01",
                "NL0044954450B01",
                "004495445B01",
                "US123456789",
                "GB123456789",
                "GR123456789",
                "DE12345678",
                "DE12345678９",
                "BE2123456789",
                "ES123456789",
                "XIGD12",
                "ıe1234567a"
            })
    void shouldRefuseWhatIsNoNumber(String text) {
        assertThat(VatNumber.parse(text)).isEmpty();
        assertThatThrownBy(() -> new VatNumber(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "ATU12345678, AT",
        "BE0123456789, BE",
        "BE1123456789, BE",
        "BG1234567890, BG",
        "CY12345678L, CY",
        "CZ12345678, CZ",
        "DE123456789, DE",
        "DK12345678, DK",
        "EE123456789, EE",
        "EL123456789, GR",
        "ESA1234567B, ES",
        "ESA12345678, ES",
        "ES12345678Z, ES",
        "FI12345678, FI",
        "FRXX123456789, FR",
        "HR12345678901, HR",
        "HU12345678, HU",
        "IE1+23456L, IE",
        "IE1234567WI, IE",
        "IT12345678901, IT",
        "LT123456789012, LT",
        "LU12345678, LU",
        "LV12345678901, LV",
        "MT12345678, MT",
        "PL1234567890, PL",
        "PT123456789, PT",
        "RO12, RO",
        "SE123456789012, SE",
        "SI12345678, SI",
        "SK1234567890, SK",
        "XIGD123, GB"
    })
    void shouldKnowTheFormsOfOtherStates(String number, String country) {
        assertThat(VatNumber.parse(number)).map(VatNumber::country).contains(new Country(country));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl 0044.95.445.B.01", "NL0044-95445-B01", " NL004495445B01 "})
    void shouldBePrintedInOneWay(String typed) {
        assertThat(VatNumber.parse(typed)).contains(new VatNumber("NL004495445B01"));
    }

    @Test
    void shouldHideTheNumberInText() {
        assertThat(new VatNumber("NL004495445B01")).hasToString("NL******B01");
    }
}
