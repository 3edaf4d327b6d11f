package io.traject.access.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.traject.access.Organisations;
import io.traject.kernel.EmailAddress;
import io.traject.kernel.Refusal;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordRulesTest {

    private static final UUID WATERDAM = UUID.randomUUID();

    private static final PasswordRules.Owner CASPER = new PasswordRules.Owner(
            "casper.wit",
            "Casper de Grutters",
            Optional.of(new EmailAddress("c.grutte2@waterdam.example")),
            Optional.of(WATERDAM));

    private PasswordRules rules;

    @BeforeEach
    void make() throws IOException {
        rules = new PasswordRules(12, new OneOrganisation(), List.of(new SampleOfBreachedPasswords()));
    }

    @ParameterizedTest
    @CsvSource({
        "elevenchars, password-too-short",
        "aaaaaaaaaaaaaa, password-repetitive",
        "abababababab, password-repetitive",
        "123456789012, password-repetitive",
        "abcdefghijklm, password-repetitive",
        "my casper.wit horse, password-has-name",
        "a house in WATERDAM, password-has-name",
        "the Grutters family, password-has-name",
        "mail for c.grutte2, password-has-name",
        "Wachtwoord123!, password-breached",
        "correct horse battery staple, password-breached"
    })
    void shouldRefuse(String password, String code) {
        assertThat(refusal(password)).contains(code);
    }

    @Test
    void shouldRefuseWhatIsLongerThanIsCompared() {
        assertThat(refusal("é".repeat(20) + "abcdefghijklmnopqrstuvwxyz0123456789"))
                .contains("password-too-long");
    }

    @ParameterizedTest
    @CsvSource({"a violet tractor", "een paarse tractor", "🦊 over the fence", "xk3!Lq0Zr-9wTb"})
    void shouldAskForNoKindsOfCharacters(String password) {
        assertThat(refusal(password)).isEmpty();
    }

    @Test
    void shouldTakeTheLengthThatIsConfigured() throws IOException {
        var longer = new PasswordRules(16, new OneOrganisation(), List.of());

        assertThat(longer.refusal("a violet tracto", CASPER)).contains(Refusal.of("password-too-short", 16));
        assertThatThrownBy(() -> new PasswordRules(7, new OneOrganisation(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldAskEveryListOfBreachedPasswords() {
        var two = new PasswordRules(12, new OneOrganisation(), List.of(password -> false, "a violet tractor"::equals));

        assertThat(two.refusal("a violet tractor", CASPER)).contains(Refusal.of("password-breached"));
    }

    private Optional<String> refusal(String password) {
        return rules.refusal(password, CASPER).map(Refusal::code);
    }

    private record OneOrganisation() implements Organisations {

        @Override
        public List<Entry> all() {
            return List.of(new Entry(WATERDAM, "Gemeente Waterdam"));
        }

        @Override
        public boolean exists(UUID id) {
            return id.equals(WATERDAM);
        }
    }
}
