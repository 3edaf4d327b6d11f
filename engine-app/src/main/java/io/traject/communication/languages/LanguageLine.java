package io.traject.communication.languages;

import io.traject.kernel.EmailAddress;
import io.traject.kernel.Language;
import io.traject.kernel.Languages;
import io.traject.workers.mail.MailClosing;
import io.traject.workers.mail.OutgoingMail;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** The last line of every mail: in each other language, for those who read that rather, a link to choose it (A4). */
@Component
class LanguageLine implements MailClosing {

    private final MailAddresses addresses;
    private final Languages languages;
    private final MessageSource messages;

    LanguageLine(MailAddresses addresses, Languages languages, MessageSource messages) {
        this.addresses = addresses;
        this.languages = languages;
        this.messages = messages;
    }

    @Override
    public OutgoingMail close(OutgoingMail mail) {
        Language written = Language.of(Locale.forLanguageTag(mail.languageTag()));
        List<Language> others = languages.offered().stream()
                .filter(language -> language != written)
                .toList();
        return EmailAddress.parse(mail.to())
                .filter(to -> !others.isEmpty())
                .map(addresses::pageOf)
                .map(page -> mail.endingWith(plain(others, page), markup(others, page)))
                .orElse(mail);
    }

    private String plain(List<Language> others, String page) {
        var lines = new StringBuilder("\n");
        others.forEach(language -> lines.append('\n')
                .append(words(language))
                .append(": ")
                .append(address(page, language))
                .append('\n'));
        return lines.toString();
    }

    private String markup(List<Language> others, String page) {
        var lines = new StringBuilder();
        others.forEach(language -> lines.append("""
                <p lang="%s" style="max-width:600px;margin:0 auto;padding:16px 24px;font-family:Arial,Helvetica,\
                sans-serif;font-size:14px;line-height:1.5"><a href="%s" style="color:#1f4e79">%s</a></p>
                """.formatted(
                        language.code(),
                        HtmlUtils.htmlEscape(address(page, language)),
                        HtmlUtils.htmlEscape(words(language)))));
        return lines.toString();
    }

    private static String address(String page, Language language) {
        return page + "?language=" + language.code();
    }

    private String words(Language language) {
        return messages.getMessage("communication.language.line", new Object[0], language.locale());
    }
}
