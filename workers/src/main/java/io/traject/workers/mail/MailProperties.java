package io.traject.workers.mail;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The platform's own mail server.
 *
 * @param host of the mail server, unless a {@link MailServerProvider} says otherwise
 * @param connections kept open to it at most; also the number of mails that are sent again, with the same Message-ID,
 *     after a crash between the server's acceptance and our note of it
 */
@ConfigurationProperties("traject.mail")
record MailProperties(
        @DefaultValue("") String host,
        @DefaultValue("587") int port,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("4") int connections) {

    MailServer server() {
        return new MailServer(host, port, username, password);
    }
}
