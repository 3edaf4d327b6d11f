package io.traject.access.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.traject.workers.secrets.SecretBox;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SecretsTest {

    /** The key of RFC 6238, appendix B. */
    private static final String RFC_SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    private final SecretBox box = new SecretBox(Base64.getEncoder().encodeToString(new byte[32]));

    @Test
    void shouldMakeTheCodesOfTheStandard() {
        assertThat(OneTimeCodes.codeAt(RFC_SECRET, Instant.ofEpochSecond(59))).isEqualTo("287082");
        assertThat(OneTimeCodes.codeAt(RFC_SECRET, Instant.ofEpochSecond(1111111109)))
                .isEqualTo("081804");
        assertThat(OneTimeCodes.codeAt(RFC_SECRET, Instant.ofEpochSecond(20000000000L)))
                .isEqualTo("353130");
    }

    @Test
    void shouldTolerateOneStepOfDifference() {
        Instant now = Instant.ofEpochSecond(1_000_000);
        String code = OneTimeCodes.codeAt(RFC_SECRET, now);

        assertThat(OneTimeCodes.step(RFC_SECRET, code, now.plusSeconds(30))).isPresent();
        assertThat(OneTimeCodes.step(RFC_SECRET, code, now.minusSeconds(30))).isPresent();
        assertThat(OneTimeCodes.step(RFC_SECRET, code, now.plusSeconds(60))).isEmpty();
        assertThat(OneTimeCodes.step(RFC_SECRET, "12345", now)).isEmpty();
    }

    @Test
    void shouldOpenASecretForItsOwnerOnly() {
        UUID owner = UUID.randomUUID();
        byte[] sealed = box.seal(RFC_SECRET, owner);

        assertThat(box.open(sealed, owner)).isEqualTo(RFC_SECRET);
        assertThat(box.seal(RFC_SECRET, owner)).isNotEqualTo(sealed);
        assertThatThrownBy(() -> box.open(sealed, UUID.randomUUID())).isInstanceOf(IllegalStateException.class);
        sealed[20] ^= 1;
        assertThatThrownBy(() -> box.open(sealed, owner)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shouldRefuseAKeyOfAnotherLength() {
        String shortKey = Base64.getEncoder().encodeToString(new byte[16]);
        assertThatThrownBy(() -> new SecretBox(shortKey)).hasMessageContaining("traject.secret-key");
    }

    @Test
    void shouldNotShowCredentialsInTheLog() {
        var credentials = new ApiCredentials("payroll", "the-token", "THESECRET");
        assertThat(credentials).asString().doesNotContain("the-token", "THESECRET");
    }
}
