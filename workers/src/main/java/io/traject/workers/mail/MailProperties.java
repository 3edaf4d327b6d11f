package io.traject.workers.mail;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The platform's own mail server, and what holds for every one.
 *
 * @param host of the mail server of those who have none of their own. TLS from the first byte on port 465; elsewhere
 *     STARTTLS if offered, and always if there is a user name
 * @param connections kept open to a server at most
 * @param answerTimeout for each of the four answers that a mail takes; it decides, too, how soon others take over the mails
 *     of a process that was killed
 * @param certificates a PEM file with certificates to trust beside Java's own: those of an organisation's own authority
 * @param serversAnywhere lets own mail servers be on any port and on this machine: for trials
 */
@ConfigurationProperties("traject.mail")
record MailProperties(
        @DefaultValue("") String host,
        @DefaultValue("587") int port,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("4") int connections,
        @DefaultValue("15s") Duration answerTimeout,
        @DefaultValue("") String certificates,
        @DefaultValue("false") boolean serversAnywhere) {

    private static final int TLS_PORT = 465;

    MailServer server() {
        return new MailServer(host, port, security(), username, password, null);
    }

    private MailSecurity security() {
        if (port == TLS_PORT) {
            return MailSecurity.TLS;
        }
        return username.isEmpty() ? MailSecurity.WHERE_OFFERED : MailSecurity.STARTTLS;
    }
}
