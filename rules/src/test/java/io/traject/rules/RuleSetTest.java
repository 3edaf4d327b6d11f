package io.traject.rules;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

/** What may be called a set of rules. */
class RuleSetTest {

    @Test
    void shouldRefuseARuleWithoutAnExplanation() {
        assertThatIllegalStateException()
                .isThrownBy(() -> RuleSet.read("unexplained"))
                .withMessage("rules/unexplained.drl: 'Nothing is wrong' has no explanation");
    }

    @Test
    void shouldSayWhereAFileCannotBeRead() {
        assertThatIllegalStateException()
                .isThrownBy(() -> RuleSet.read("misspelt"))
                .withMessageStartingWith("rules/misspelt.drl: ");
        assertThatThrownBy(() -> RuleSet.read("absent"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("rules/absent.drl");
    }
}
