package io.traject.communication;

import static io.traject.communication.Fixtures.VOORBEELD;
import static io.traject.communication.Fixtures.compiled;
import static io.traject.communication.Fixtures.values;
import static org.assertj.core.api.Assertions.assertThat;

import io.traject.kernel.BusinessTime;
import io.traject.kernel.Language;
import io.traject.kernel.Outcome;
import io.traject.kernel.Refusal;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailRendererTest {

    private final MailRenderer renderer = new MailRenderer(new BusinessTime(Clock.systemUTC()));

    @Test
    void shouldFillInTheStandardMailInBothLanguages() {
        assertThat(standard(Language.NL).plain())
                .startsWith("Geachte heer/mevrouw De Vries,\n")
                .contains("uiterlijk op 31 december 2026")
                .contains("mail naar inkomen@voorbeeld.example.")
                .doesNotContain("{{")
                .endsWith("14 0123\ninkomen@voorbeeld.example\n");
        assertThat(standard(Language.EN).html())
                .startsWith("<!DOCTYPE html>\n<html lang=\"en-GB\">")
                .contains("<strong>no later than 31 December 2026</strong>")
                .contains("href=\"mailto:inkomen@voorbeeld.example\"");
    }

    @Test
    void shouldRefuseRatherThanLeaveAGap() {
        var values = MergeValues.builder()
                .put(MergeField.RESIDENT_NAME, "J.A. de Vries")
                .put(MergeField.RESIDENT_SURNAME, " \t ")
                .build();

        assertThat(renderer.render(
                        mail("{{resident.name}} {{resident.surname}} {{case.finalDate}}"), values, VOORBEELD))
                .isEqualTo(new Outcome.Refused<>(
                        Refusal.of("merge-value-missing", "{{resident.surname}}, {{case.finalDate}}")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "**vet** [klik](https://kwaad.example) `code` # kop",
                "${1317*7919} [[${1317*7919}]] #{kop} *{x} @{/} __${1317*7919}__ [(${1317*7919})]",
                "{{resident.surname}} {{case.reference}}",
                "https://kwaad.example"
            })
    void shouldTakeAValueAsPlainText(String value) {
        RenderedMail mail = renderer.render(
                        mail("Naam: {{resident.name}} einde"),
                        values().put(MergeField.RESIDENT_NAME, value).build(),
                        VOORBEELD)
                .orThrow();

        assertThat(mail.plain()).startsWith("Naam: " + value + " einde\n");
        assertThat(mail.html())
                .contains("<p>Naam: " + Html.escape(value) + " einde</p>")
                .doesNotContain("<script", "<img", "<a ", "10429323");
    }

    @Test
    void shouldKeepTheTemplateFromBeingEvaluated() {
        String expressions = "${7+7} [[${7+7}]] #{kop} @{/} T(java.lang.Runtime)";

        assertThat(renderer.render(mail(expressions), values().build(), VOORBEELD)
                        .orThrow()
                        .plain())
                .startsWith(expressions + "\n");
    }

    @Test
    void shouldKeepAValueOutOfTheHeader() {
        var template = compiled(TemplateKind.INVITATION_MAIL, "Voor {{resident.name}}", "Tekst");
        var values = values().put(MergeField.RESIDENT_NAME, "Jan\r\nBcc: iedereen@example.org\u2028X\0\u202Eoom")
                .build();

        assertThat(renderer.render(template, values, VOORBEELD).orThrow().subject())
                .isEqualTo("Voor Jan Bcc: iedereen@example.org X oom");
    }

    @Test
    void shouldEncodeAValueInALink() {
        var template = mail("[dossier](https://mijn.example/?nr={{case.reference}}&x=1)");
        var values = values().put(MergeField.CASE_REFERENCE, "a\"b&c=d e/é").build();

        RenderedMail mail = renderer.render(template, values, VOORBEELD).orThrow();

        assertThat(mail.html()).contains("href=\"https://mijn.example/?nr=a%22b%26c%3Dd%20e%2F%C3%A9&amp;x=1\"");
        assertThat(mail.plain()).startsWith("dossier (https://mijn.example/?nr=a%22b%26c%3Dd%20e%2F%C3%A9&x=1)\n");
    }

    @Test
    void shouldLinkToWhereTheResidentSuppliesData() {
        RenderedMail mail = renderer.render(mail("[Lever aan]({{resident.supplyLink}})"), values().build(), VOORBEELD)
                .orThrow();

        assertThat(mail.html())
                .contains(
                        "<a rel=\"nofollow\" href=\"https://traject.example/supply/k7qx4-m2p9t-rdw3z-n8hvb\">Lever aan</a>");
        assertThat(mail.plain()).contains("Lever aan (https://traject.example/supply/k7qx4-m2p9t-rdw3z-n8hvb)");
    }

    @Test
    void shouldKeepLineBreaksAndSayTheSameInBothParts() {
        RenderedMail mail = renderer.render(mail("Met groet,\n{{resident.name}}"), values().build(), VOORBEELD)
                .orThrow();

        assertThat(mail.plain()).startsWith("Met groet,\nJ.A. de Vries\n");
        assertThat(mail.html()).contains("Met groet,<br />\nJ.A. de Vries");
    }

    private static CompiledTemplate mail(String body) {
        return compiled(TemplateKind.INVITATION_MAIL, "Uitnodiging", body);
    }

    private RenderedMail standard(Language language) {
        return renderer.render(Fixtures.standard(TemplateKind.INVITATION_MAIL, language), values().build(), VOORBEELD)
                .orThrow();
    }
}
