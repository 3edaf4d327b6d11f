package io.traject.kernel;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * In which language to write to an e-mail address (A4): the one that the recipient chose, else the one that an
 * administrator set for the address, else the person's own, else the organisation's, else the installation's.
 */
public interface MailLanguages {

    /**
     * @param organisation whose mail it is; empty for the installation's own
     * @param own the language of the person behind the address, where one is known
     */
    Language of(EmailAddress to, Optional<UUID> organisation, Optional<Language> own);

    /** The same for many recipients, of whom no language of their own is known. */
    Map<EmailAddress, Language> of(Collection<EmailAddress> to, UUID organisation);

    /**
     * Whether the organisation may write to anyone in this language of whom no language of their own is known: false
     * spares asking for each address.
     */
    boolean mayWrite(Language language, UUID organisation);
}
