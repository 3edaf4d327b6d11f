package io.traject.communication.languages;

import io.traject.kernel.Language;
import io.traject.kernel.Languages;
import io.traject.kernel.RealTime;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The recipient of a mail chooses in which language to be written to, by the link in it (A4). From then on no
 * administrator can change it; the recipient can, with any link that still works. A repeat changes nothing.
 */
@Service
@Transactional
public class ChooseMailLanguage {

    private final MailAddresses addresses;
    private final AddressLanguages register;
    private final Languages languages;
    private final RealTime time;

    ChooseMailLanguage(MailAddresses addresses, AddressLanguages register, Languages languages, RealTime time) {
        this.addresses = addresses;
        this.register = register;
        this.languages = languages;
        this.time = time;
    }

    /** @param chosen before; empty when the recipient never chose */
    public record Invitation(Optional<Language> chosen) {}

    /** Empty when the link does not work: it was not made here, was changed, or has expired. */
    @Transactional(readOnly = true)
    public Optional<Invitation> find(String code) {
        return addresses
                .open(code)
                .map(address -> new Invitation(register.choice(address).map(AddressLanguage.Choice::language)));
    }

    /**
     * @return whether it was done: not with a link that does not work
     * @throws IllegalArgumentException for a language that is not offered
     */
    public boolean choose(String code, Language language) {
        if (!languages.offered().contains(language)) {
            throw new IllegalArgumentException("not offered: " + language);
        }
        Optional<AddressKey> address = addresses.open(code);
        address.ifPresent(own -> register.choose(own, language, time.now()));
        return address.isPresent();
    }
}
