package io.traject.workers.mail;

/** How what is said to a mail server is kept from others. */
public enum MailSecurity {
    /** TLS from the first byte. */
    TLS,
    /** In the clear until the server has been asked for TLS; no mail and no password before. */
    STARTTLS,
    /** TLS where the server offers it. */
    WHERE_OFFERED,
    /** None: for a server on this machine. */
    NONE
}
