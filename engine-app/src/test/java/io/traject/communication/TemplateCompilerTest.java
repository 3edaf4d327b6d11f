package io.traject.communication;

import static io.traject.communication.TemplateProblem.Part.BODY;
import static io.traject.communication.TemplateProblem.Part.SUBJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.traject.kernel.Language;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateCompilerTest {

    private final TemplateCompiler compiler = new TemplateCompiler();

    @ParameterizedTest
    @EnumSource
    void shouldAcceptTheStandardTexts(TemplateKind kind) {
        for (Language language : Language.values()) {
            assertThat(compiler.compile(kind, language, StandardTexts.of(kind, language)))
                    .isInstanceOf(Compilation.Compiled.class);
        }
    }

    @Test
    void shouldNameAnUnknownFieldWithItsPlaceAndTheOneThatWasMeant() {
        assertThat(problems("Beste {{resident.nam}}", "Hallo,\n\n**u** heet {{ resident.sirname }}."))
                .containsExactly(
                        new TemplateProblem(SUBJECT, 1, 7, "field-similar", List.of("resident.nam", "resident.name")),
                        new TemplateProblem(
                                BODY, 3, 12, "field-similar", List.of("resident.sirname", "resident.surname")));
    }

    @Test
    void shouldSuggestNothingThatIsNotAlike() {
        assertThat(problems("Uitnodiging", "{{geboortedatum}}"))
                .containsExactly(new TemplateProblem(BODY, 1, 1, "field-unknown", List.of("geboortedatum")));
    }

    @Test
    void shouldNameTheFieldsOfOneKindOnly() {
        var text = new TemplateText("Uitnodiging", "Van {{letter.date}}");
        assertThat(compiler.compile(TemplateKind.INVITATION_MAIL, Language.NL, text))
                .isInstanceOf(Compilation.Rejected.class);
        assertThat(compiler.compile(TemplateKind.INVITATION_LETTER, Language.NL, text))
                .isInstanceOf(Compilation.Compiled.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{resident.name", "resident.name}}", "{{resident\n.name}}", "{{ {{resident.name}}"})
    void shouldRefuseAFieldThatIsNotComplete(String body) {
        assertThat(problems("Uitnodiging", body))
                .isNotEmpty()
                .allMatch(problem -> problem.code().startsWith("field-"));
    }

    @Test
    void shouldNameThePlaceOfWhatFollowsAnUnknownField() {
        assertThat(problems("Uitnodiging", "{{onbekend.veld}} <b>\n{{x.y.z}}   <i>"))
                .extracting(TemplateProblem::line, TemplateProblem::column, TemplateProblem::code)
                .containsExactly(
                        tuple(1, 1, "field-unknown"),
                        tuple(1, 19, "html"),
                        tuple(2, 1, "field-unknown"),
                        tuple(2, 13, "html"));
    }

    @Test
    void shouldRefuseWhatIsEmptyOrTooLong() {
        assertThat(problems(" ", "\n")).extracting(TemplateProblem::code).containsExactly("empty", "empty");
        assertThat(problems("a".repeat(151), "b".repeat(20_001)))
                .extracting(TemplateProblem::code)
                .containsExactly("too-long", "too-long");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "Hallo <b onclick='x()'>u</b>",
                "<!-- weg -->",
                "![](https://volg.example/pixel.png)",
                "[klik](javascript:alert(1))",
                "[klik](JaVaScRiPt:alert(1))",
                "[klik](data:text/html;base64,xxxx)",
                "[klik](file:///etc/passwd)",
                "[klik](//elders.example)",
                "[klik]({{municipality.email}})",
                "<javascript:alert(1)>",
                "[klik][1]\n\n[1]: vbscript:x"
            })
    void shouldRefuseWhatIsNotPlainText(String body) {
        assertThat(problems("Uitnodiging", body))
                .isNotEmpty()
                .allMatch(problem -> List.of("html", "image", "link").contains(problem.code()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"regel één\nBcc: iedereen@example.org", "tab\tteken", "nul\0", "\uE000"})
    void shouldRefuseASubjectOfMoreThanOneLine(String subject) {
        assertThat(problems(subject, "Tekst")).extracting(TemplateProblem::code).contains("character");
    }

    @Test
    void shouldRefuseInALetterWhatCannotBePrinted() {
        var text = new TemplateText("Uitnodiging", "Fijn!\nHartelijk 👋 dank, שלום");
        assertThat(((Compilation.Rejected) compiler.compile(TemplateKind.INVITATION_LETTER, Language.NL, text))
                        .problems())
                .first()
                .isEqualTo(new TemplateProblem(BODY, 2, 11, "character", List.of("👋 (U+1F44B)")));
        assertThat(compiler.compile(TemplateKind.INVITATION_MAIL, Language.NL, text))
                .isInstanceOf(Compilation.Compiled.class);
    }

    private List<TemplateProblem> problems(String subject, String body) {
        return compiler.compile(TemplateKind.INVITATION_MAIL, Language.NL, new TemplateText(subject, body))
                        instanceof Compilation.Rejected(List<TemplateProblem> problems)
                ? problems
                : List.of();
    }
}
