package io.traject.workers.mail;

/** Adds what every mail must end with, whichever room wrote it; the application that writes mails declares a bean. */
public interface MailClosing {

    OutgoingMail close(OutgoingMail mail);
}
