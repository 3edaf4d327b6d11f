package io.traject.rules.triggers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts with merge fields. */
class MergeTextTest {

    private static final Set<String> KNOWN = Set.of("case.number", "employee.name");

    @Test
    void shouldMergeFields() {
        String text = "Zaak {{case.number}} van {{ employee.name }}: {{case.number}}!";
        assertThat(MergeText.check(text, KNOWN)).isEmpty();
        MergeText merged = MergeText.of(text);
        assertThat(merged.fields()).containsExactly("case.number", "employee.name");
        assertThat(merged.merge(Map.of("case.number", "Z-1", "employee.name", "Anna <b>")::get))
                .isEqualTo("Zaak Z-1 van Anna <b>: Z-1!");
    }

    @Test
    void shouldLeaveTextAlone() {
        for (String text : List.of("", "Hallo", "{ } {x} $1 \\0 ${case.number} #{1+1}", "a\n\tb")) {
            assertThat(MergeText.check(text, KNOWN)).isEmpty();
            assertThat(MergeText.of(text).fields()).isEmpty();
            assertThat(MergeText.of(text).merge(field -> "x")).isEqualTo(text);
        }
    }

    @Test
    void shouldNeverMergeAValueAgain() {
        MergeText text = MergeText.of("{{employee.name}}{{case.number}}}}");
        assertThat(text.merge(field -> field.equals("employee.name") ? "{{case.number}}{{" : "$0\\"))
                .isEqualTo("{{case.number}}{{$0\\}}");
    }

    @Test
    void shouldMergeNothingAsNothing() {
        assertThat(MergeText.of("a{{employee.name}}b").merge(field -> null)).isEqualTo("ab");
    }

    @Test
    void shouldNameEveryMistakeWithItsPlace() {
        assertThat(MergeText.check("Zaak {{case.nummer}}\n én {{ }} {{employee.name", KNOWN))
                .containsExactly(
                        new MergeMistake(1, 6, "field-unknown", "case.nummer"),
                        new MergeMistake(2, 5, "field-empty", ""),
                        new MergeMistake(2, 11, "field-unclosed", "{{"));
        assertThat(MergeText.check("a}}", KNOWN)).containsExactly(new MergeMistake(1, 2, "field-unclosed", "}}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{case.number",
                "case.number}}",
                "{{case\n.number}}",
                "{{ {{case.number}}",
                "{{{{case.number}}}}",
                "{{{case.number}",
                "{{case.number.toString()}}",
                "{{case.number|raw}}",
                "{{#each cases}}",
                "{{1+1}}"
            })
    void shouldRefuseWhatIsNoField(String text) {
        assertThat(MergeText.check(text, KNOWN))
                .isNotEmpty()
                .allMatch(mistake -> mistake.code().startsWith("field-"));
    }

    @Test
    void shouldLimitTexts() {
        String longest = "x".repeat(MergeText.LONGEST);
        assertThat(MergeText.check(longest, KNOWN)).isEmpty();
        assertThat(MergeText.check(longest + "x", KNOWN)).containsExactly(new MergeMistake(1, 1, "too-long", "20000"));
        assertThatIllegalArgumentException().isThrownBy(() -> MergeText.of(longest + "x"));
        assertThat(MergeText.check("{{case.number}}".repeat(200), KNOWN)).isEmpty();
        assertThat(MergeText.check("{{case.number}}".repeat(202), KNOWN))
                .containsExactly(new MergeMistake(1, 3001, "too-many", "200"));
    }

    @Test
    void shouldNotTakeLongOverHostileTexts() {
        assertThat(MergeText.check("{{".repeat(10_000), KNOWN)).hasSize(10_000);
        assertThat(MergeText.check("{{" + "x".repeat(19_990), KNOWN)).hasSize(1);
    }
}
