package io.traject.communication.languages;

import static org.assertj.core.api.Assertions.assertThat;

import io.traject.kernel.EmailAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageLinksTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private final LanguageLinks links =
            new LanguageLinks("a secret of the installation".getBytes(StandardCharsets.US_ASCII));
    private final AddressKey anna = links.keyOf(new EmailAddress("anna@voorbeeld.example"));
    private final String code = links.code(anna, NOW);

    @Test
    void shouldOpenForTheAddressItWasMadeFor() {
        assertThat(links.open(code, NOW)).hasValue(anna);
        assertThat(links.open(code, NOW.plus(LanguageLinks.VALID))).hasValue(anna);
    }

    @Test
    void shouldExpire() {
        assertThat(links.open(code, NOW.plus(LanguageLinks.VALID).plus(Duration.ofDays(1))))
                .isEmpty();
    }

    @Test
    void shouldNotOpenOnceAnyPartOfItWasChanged() {
        byte[] genuine = Base64.getUrlDecoder().decode(code);

        assertThat(IntStream.range(0, genuine.length * 8).mapToObj(bit -> {
                    byte[] changed = genuine.clone();
                    changed[bit / 8] ^= (byte) (1 << bit % 8);
                    return Base64.getUrlEncoder().withoutPadding().encodeToString(changed);
                }))
                .allSatisfy(changed -> assertThat(links.open(changed, NOW)).isEmpty());
    }

    @Test
    void shouldNotOpenWithTheSignatureOfAnotherAddress() {
        byte[] own = Base64.getUrlDecoder().decode(code);
        byte[] other =
                Base64.getUrlDecoder().decode(links.code(links.keyOf(new EmailAddress("bob@voorbeeld.example")), NOW));
        System.arraycopy(other, AddressKey.LENGTH, own, AddressKey.LENGTH, own.length - AddressKey.LENGTH);

        assertThat(links.open(Base64.getUrlEncoder().withoutPadding().encodeToString(own), NOW))
                .isEmpty();
    }

    @Test
    void shouldNotOpenWithTheSecretOfAnotherInstallation() {
        var elsewhere = new LanguageLinks("another secret".getBytes(StandardCharsets.US_ASCII));

        assertThat(elsewhere.open(code, NOW)).isEmpty();
        assertThat(elsewhere.keyOf(new EmailAddress("anna@voorbeeld.example"))).isNotEqualTo(anna);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "not base64!", "%00", "AAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void shouldNotOpenWhatIsNoCode(String typed) {
        assertThat(links.open(typed, NOW)).isEmpty();
    }

    @Test
    void shouldTellNothingAboutTheAddress() {
        assertThat(code).hasSize(48).doesNotContainIgnoringCase("anna");
        assertThat(new String(Base64.getUrlDecoder().decode(code), StandardCharsets.ISO_8859_1))
                .doesNotContainIgnoringCase("anna");
    }

    @Test
    void shouldKnowAnAddressHoweverItIsWritten() {
        assertThat(links.keyOf(new EmailAddress("Anna@VOORBEELD.example"))).isEqualTo(anna);
        assertThat(links.keyOf(new EmailAddress("info@café.example")))
                .isEqualTo(links.keyOf(new EmailAddress("info@xn--caf-dma.example")));
        assertThat(links.keyOf(new EmailAddress("anna.b@voorbeeld.example"))).isNotEqualTo(anna);
    }
}
