package io.traject.workers.mail;

/** Where a mail of the outbox stands. */
public enum MailState {
    /** Waits for its job, or for another attempt. */
    READY,
    /** Is being handed to the mail server. */
    SENDING,
    /** The mail server accepted it. */
    SENT,
    /** The mail server refused it for good; {@link MailStatus#lastError()} says why. */
    FAILED
}
