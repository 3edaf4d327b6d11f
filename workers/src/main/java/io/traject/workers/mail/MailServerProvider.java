package io.traject.workers.mail;

/**
 * Says where mail goes. A Spring bean of this type replaces the settings {@code traject.mail.*}; it is asked before every
 * use of a connection, so the answer may change.
 */
public interface MailServerProvider {

    MailServer current();
}
