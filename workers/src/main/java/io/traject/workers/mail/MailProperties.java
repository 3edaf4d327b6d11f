package io.traject.workers.mail;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The platform's own mail server.
 *
 * @param host of the mail server, unless a {@link MailServerProvider} says otherwise
 * @param connections kept open to it at most
 * @param answerTimeout for each of the four answers that a mail takes; it decides, too, how soon others take over the mails
 *     of a process that was killed
 */
@ConfigurationProperties("traject.mail")
record MailProperties(
        @DefaultValue("") String host,
        @DefaultValue("587") int port,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("4") int connections,
        @DefaultValue("15s") Duration answerTimeout) {

    MailServer server() {
        return new MailServer(host, port, username, password);
    }
}
