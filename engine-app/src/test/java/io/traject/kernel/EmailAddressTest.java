package io.traject.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@example.org",
                "jan.de-vries+gemeente@mail.example.nl",
                "o'brien@example.org",
                "x_y@sub.sub.example.museum",
                "info@müller.example",
                "info@例え.テスト",
                "1@1.nl"
            })
    void shouldTakeWhatAMailServerCanBeExpectedToTake(String address) {
        assertThat(EmailAddress.parse(address))
                .get()
                .extracting(EmailAddress::value)
                .isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "@example.org",
                "a@",
                "a@localhost",
                "a@example..org",
                "a@.example.org",
                "a@example.org.",
                "a@-example.org",
                "a@example-.org",
                "a@192.168.0.1",
                "a@[192.168.0.1]",
                ".a@example.org",
                "a.@example.org",
                "a..b@example.org",
                "a b@example.org",
                "a@exa mple.org",
                "a@b@example.org",
                "a,b@example.org",
                "a@example.org,b@example.org",
                "A <a@example.org>",
                "\"a\"@example.org",
                "jörg@example.org",
                "a@exam_ple.org",
                "a@example.org\r\nBcc: b@example.org",
                "a\n@example.org",
                "a@example.org\n",
                "mailto:a@example.org"
            })
    void shouldRefuseAnythingElse(String text) {
        assertThat(EmailAddress.parse(text)).isEmpty();
        assertThatThrownBy(() -> new EmailAddress(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not an e-mail address");
    }

    @Test
    void shouldKeepToTheLengthsOfSmtp() {
        String label = "d".repeat(60);
        String domain = label + "." + label + "." + label + ".nl";

        assertThat(EmailAddress.parse("a".repeat(64) + "@example.org")).isPresent();
        assertThat(EmailAddress.parse("a".repeat(65) + "@example.org")).isEmpty();
        assertThat(EmailAddress.parse("a".repeat(254 - 1 - domain.length()) + "@" + domain))
                .isEmpty();
        assertThat(EmailAddress.parse("a".repeat(60) + "@" + domain)).isPresent();
        assertThat(EmailAddress.parse("a@" + "d".repeat(64) + ".nl")).isEmpty();
    }

    @Test
    void shouldAnswerQuicklyToAnyText() {
        String hostile = "a.".repeat(30) + "@" + "a-".repeat(90) + "!";

        assertThat(EmailAddress.parse(hostile)).isEmpty();
        assertThat(EmailAddress.parse("a@" + "x.".repeat(1_000_000))).isEmpty();
    }

    @Test
    void shouldGiveAnInternationalDomainInItsAsciiForm() {
        assertThat(new EmailAddress("info@müller.example").ascii()).isEqualTo("info@xn--mller-kva.example");
        assertThat(new EmailAddress("info@example.org").ascii()).isEqualTo("info@example.org");
    }

    @Test
    void shouldHideThePersonInText() {
        assertThat(new EmailAddress("jan.jansen@example.org")).hasToString("j***@example.org");
    }
}
