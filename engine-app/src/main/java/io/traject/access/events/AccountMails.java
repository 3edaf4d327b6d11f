package io.traject.access.events;

import io.traject.access.UserDirectory;
import io.traject.kernel.EmailAddress;
import io.traject.kernel.Ids;
import io.traject.kernel.MailLanguages;
import io.traject.web.PlainHtml;
import io.traject.workers.mail.OutgoingMail;
import io.traject.workers.mail.SingleMails;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.HtmlUtils;

/**
 * Mails about an account, in the language of the address. They leave through the platform's own server, also for users of an
 * organisation that has one: who administers a mail server must not be able to read the links to other people's accounts.
 */
@Component
public class AccountMails {

    private final SingleMails mails;
    private final MailLanguages languages;
    private final MessageSource messages;
    private final String from;

    AccountMails(
            SingleMails mails,
            MailLanguages languages,
            MessageSource messages,
            @Value("${traject.mail.from}") String from) {
        this.mails = mails;
        this.languages = languages;
        this.messages = messages;
        this.from = from;
    }

    /**
     * Sends a mail after the caller's transaction.
     *
     * @param key of the texts {@code .subject} and {@code .text}; paragraphs of the text are lines, and one that is an
     *     address becomes a link
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(UserDirectory.Entry user, EmailAddress to, String key, Object... arguments) {
        Locale locale = locale(user, to);
        String subject = messages.getMessage(key + ".subject", arguments, locale);
        String greeting = messages.getMessage("access.mail.greeting", new Object[] {user.displayName()}, locale);
        List<String> paragraphs = Stream.concat(
                        Stream.of(greeting),
                        Arrays.stream(messages.getMessage(key + ".text", arguments, locale)
                                .split("\n")))
                .toList();
        mails.send(new OutgoingMail(
                Ids.next(),
                null,
                0,
                null,
                from,
                to.value(),
                subject,
                String.join("\n\n", paragraphs) + "\n",
                PlainHtml.document(
                        subject,
                        locale,
                        paragraphs.stream().map(AccountMails::paragraph).toList()),
                locale.toLanguageTag()));
    }

    /** In which one a mail to the user at this address is written. */
    Locale locale(UserDirectory.Entry user, EmailAddress to) {
        return languages.of(to, user.organisation(), user.chosenLanguage()).locale();
    }

    private static String paragraph(String text) {
        return text.startsWith("http://") || text.startsWith("https://")
                ? "<p><a href=\"%1$s\">%1$s</a></p>".formatted(HtmlUtils.htmlEscape(text))
                : PlainHtml.paragraph(text);
    }
}
