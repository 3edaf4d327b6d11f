package io.traject.communication;

import io.traject.cases.Case;
import io.traject.kernel.EmailAddress;
import java.util.Optional;

/** Knows whom the mails and letters of a case go to: the room that its type belongs to. Called in a transaction. */
public interface CaseRecipients {

    Optional<CaseRecipient> of(Case about);

    /** From now on this is the resident's e-mail address in this case; who corrected it stays in its file. */
    void correct(Case about, EmailAddress email);

    /** From now on this is the resident's postal address in this case; who corrected it stays in its file. */
    void correct(Case about, PostalAddress address);
}
