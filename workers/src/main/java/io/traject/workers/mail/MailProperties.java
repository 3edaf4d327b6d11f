package io.traject.workers.mail;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The platform's own mail server.
 *
 * @param host of the mail server, unless a {@link MailServerProvider} says otherwise
 * @param connections kept open to it at most
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
