package io.traject.kernel;

import java.util.Optional;
import java.util.UUID;

/**
 * People of one kind with an e-mail address, on whose page its language may be changed (A4). Each room with such people
 * declares a bean, and puts {@code communication/address-language :: control(kind, id)} on their page.
 */
public interface AddressHolders {

    /** Names the kind in addresses of pages: {@code user}. */
    String kind();

    /** @throws NotFoundException when there is none, or the actor may not set languages there */
    Holder get(UUID id);

    /**
     * Someone with an e-mail address.
     *
     * @param path of the page from which one came
     * @param organisation whose mails the setting is for; empty for the installation's own
     * @param own the language that this person reads, where one is known
     */
    record Holder(
            String name,
            String path,
            Optional<EmailAddress> address,
            Optional<UUID> organisation,
            Optional<Language> own) {}
}
