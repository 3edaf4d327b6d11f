package io.traject.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LanguagesTest {

    @Test
    void shouldLetBeChosenWhatIsOfferedAndWhatWasChosenBefore() {
        Languages dutch = new Languages(List.of(Language.NL));

        assertThat(dutch.choosable(Optional.empty())).containsExactly(Language.NL);
        assertThat(dutch.choosable(Optional.of(Language.NL))).containsExactly(Language.NL);
        assertThat(dutch.choosable(Optional.of(Language.EN))).containsExactly(Language.NL, Language.EN);
    }
}
