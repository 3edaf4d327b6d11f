package io.traject.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link KvkNumber}, {@link EstablishmentNumber} and {@link Iban}. */
class EnterpriseNumbersTest {

    @Test
    void shouldReadEnterprisesAndEstablishments() {
        assertThat(KvkNumber.parse("0123 4567")).contains(new KvkNumber("01234567"));
        assertThat(EstablishmentNumber.parse("0000.1234.5678")).contains(new EstablishmentNumber("000012345678"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1234567", "123456789", "00000000", "1234567a", "１２３４５６７８"})
    void shouldRefuseOtherEnterprises(String text) {
        assertThat(KvkNumber.parse(text)).isEmpty();
        assertThatThrownBy(() -> new KvkNumber(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345678", "0001234567890", "000000000000", "00001234567x"})
    void shouldRefuseOtherEstablishments(String text) {
        assertThat(EstablishmentNumber.parse(text)).isEmpty();
        assertThatThrownBy(() -> new EstablishmentNumber(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldReadAccountsAndPrintThemInGroups() {
        Iban iban = Iban.parse("nl91 abna 0417 1643 00").orElseThrow();

        assertThat(iban.value()).isEqualTo("NL91ABNA0417164300");
        assertThat(iban.printed()).isEqualTo("NL91 ABNA 0417 1643 00");
        assertThat(iban).hasToString("NL******4300");
        assertThat(Iban.parse("BE68 5390 0754 7034")).map(Iban::printed).contains("BE68 5390 0754 7034");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NL91ABNA0417164301", "NL91ABNA041716430", "XX91ABNA0417164300", "NL91 ABNA"})
    void shouldRefuseOtherAccounts(String text) {
        assertThat(Iban.parse(text)).isEmpty();
        assertThatThrownBy(() -> new Iban(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
