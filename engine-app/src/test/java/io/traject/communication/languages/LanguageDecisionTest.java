package io.traject.communication.languages;

import static org.assertj.core.api.Assertions.assertThat;

import io.traject.communication.languages.LanguageDecision.Known;
import io.traject.communication.languages.LanguageDecision.Reason;
import io.traject.kernel.Language;
import io.traject.kernel.Languages;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LanguageDecisionTest {

    private static final Languages BOTH = new Languages(List.of(Language.NL, Language.EN));
    private static final Optional<Language> DUTCH = Optional.of(Language.NL);
    private static final Optional<Language> ENGLISH = Optional.of(Language.EN);
    private static final Optional<Language> UNKNOWN = Optional.empty();

    @Test
    void shouldLetTheRecipientsWordCountMost() {
        assertThat(decide(new Known(ENGLISH, DUTCH, DUTCH, DUTCH)))
                .isEqualTo(new LanguageDecision(Language.EN, Reason.RECIPIENT));
        assertThat(decide(new Known(DUTCH, ENGLISH, ENGLISH, ENGLISH)))
                .isEqualTo(new LanguageDecision(Language.NL, Reason.RECIPIENT));
    }

    @Test
    void shouldFollowTheOthersInTheirOrder() {
        assertThat(decide(new Known(UNKNOWN, ENGLISH, DUTCH, DUTCH)).reason()).isEqualTo(Reason.ADDRESS);
        assertThat(decide(new Known(UNKNOWN, UNKNOWN, ENGLISH, DUTCH)).reason()).isEqualTo(Reason.PERSON);
        assertThat(decide(new Known(UNKNOWN, UNKNOWN, UNKNOWN, ENGLISH)))
                .isEqualTo(new LanguageDecision(Language.EN, Reason.ORGANISATION));
    }

    @Test
    void shouldSpeakTheInstallationsLanguageToWhomNothingIsKnownAbout() {
        Known nothing = new Known(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN);

        assertThat(decide(nothing)).isEqualTo(new LanguageDecision(Language.NL, Reason.INSTALLATION));
        assertThat(LanguageDecision.of(nothing, new Languages(List.of(Language.EN, Language.NL))))
                .isEqualTo(new LanguageDecision(Language.EN, Reason.INSTALLATION));
    }

    @Test
    void shouldPassOverALanguageThatIsOfferedNoMore() {
        assertThat(LanguageDecision.of(
                        new Known(ENGLISH, UNKNOWN, DUTCH, UNKNOWN), new Languages(List.of(Language.NL))))
                .isEqualTo(new LanguageDecision(Language.NL, Reason.PERSON));
    }

    private static LanguageDecision decide(Known known) {
        return LanguageDecision.of(known, BOTH);
    }
}
