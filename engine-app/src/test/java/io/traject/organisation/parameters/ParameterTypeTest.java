package io.traject.organisation.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ParameterTypeTest {

    @Test
    void shouldReadOnlyWhatIsAValue() {
        assertThat(new ParameterType.YesNo().parse("true")).contains(true);
        assertThat(new ParameterType.YesNo().parse("yes")).isEmpty();
        assertThat(new ParameterType.WholeNumber(1, 90).parse(" 90 ")).contains(90);
        assertThat(new ParameterType.WholeNumber(1, 90).parse("91")).isEmpty();
        assertThat(new ParameterType.WholeNumber(1, 90).parse("1.5")).isEmpty();
        assertThat(new ParameterType.Line(5).parse(" abc ")).contains("abc");
        assertThat(new ParameterType.Line(5).parse("abcdef")).isEmpty();
        assertThat(new ParameterType.Line(5).parse("a\nb")).isEmpty();
        assertThat(new ParameterType.Line(5).parse("  ")).isEmpty();
        assertThat(new ParameterType.OneOf(List.of("a", "b")).parse("b")).contains("b");
        assertThat(new ParameterType.OneOf(List.of("a", "b")).parse("c")).isEmpty();
    }

    @Test
    void shouldBeDeclaredWithACodeAndAUsualValueThatFit() {
        assertThatThrownBy(() -> Parameter.product(
                        "A", "No spaces", new ParameterType.YesNo(), true, "organisation.parameters.on"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Parameter.product(
                        "A", "Days", new ParameterType.WholeNumber(1, 5), 6, "organisation.parameters.on"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
