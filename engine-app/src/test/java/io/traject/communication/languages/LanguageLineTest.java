package io.traject.communication.languages;

import static org.assertj.core.api.Assertions.assertThat;

import io.traject.kernel.EmailAddress;
import io.traject.kernel.Ids;
import io.traject.kernel.Language;
import io.traject.kernel.Languages;
import io.traject.kernel.RealTime;
import io.traject.workers.mail.OutgoingMail;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;

class LanguageLineTest {

    private final MailAddresses addresses = new MailAddresses(
            new RealTime(Clock.systemUTC()),
            Base64.getEncoder().encodeToString(new byte[32]),
            "https://traject.example/");
    private final StaticMessageSource words = new StaticMessageSource();

    LanguageLineTest() {
        words.addMessage("communication.language.line", Language.NL.locale(), "Liever in het Nederlands?");
        words.addMessage("communication.language.line", Language.EN.locale(), "Rather in English <now>?");
    }

    @Test
    void shouldOfferTheOtherLanguageInThatLanguage() {
        OutgoingMail closed =
                line(Language.NL, Language.EN).close(mail("nl-NL", "<html><body><p>Hallo</p></body></html>"));

        assertThat(closed.text())
                .startsWith("Hallo\n\nRather in English <now>?: https://traject.example/mail-language/")
                .endsWith("?language=en\n");
        assertThat(closed.html())
                .startsWith("<html><body><p>Hallo</p><p lang=\"en\"")
                .contains("Rather in English &lt;now&gt;?")
                .doesNotContain("Nederlands", "anna@")
                .endsWith("</body></html>");
        assertThat(line(Language.NL, Language.EN).close(mail("en-GB", "")).text())
                .contains("Liever in het Nederlands?");
    }

    @Test
    void shouldCarryALinkOfTheOneWhoGetsTheMail() {
        String text = line(Language.NL, Language.EN).close(mail("nl-NL", "")).text();
        String code = text.replaceFirst("(?s).*/mail-language/([^?]+).*", "$1");

        assertThat(addresses.open(code)).hasValue(addresses.keyOf(new EmailAddress("anna@voorbeeld.example")));
    }

    @Test
    void shouldAddNothingWhereThereIsNothingToChoose() {
        OutgoingMail mail = mail("nl-NL", "<p>Hallo</p>");

        assertThat(line(Language.NL).close(mail)).isEqualTo(mail);
    }

    private LanguageLine line(Language... offered) {
        return new LanguageLine(addresses, new Languages(List.of(offered)), words);
    }

    private static OutgoingMail mail(String languageTag, String html) {
        return new OutgoingMail(
                Ids.next(),
                null,
                0,
                null,
                "a@b.example",
                "anna@voorbeeld.example",
                "Hallo",
                "Hallo\n",
                html,
                languageTag);
    }
}
