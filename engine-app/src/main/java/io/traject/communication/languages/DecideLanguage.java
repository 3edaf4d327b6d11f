package io.traject.communication.languages;

import io.traject.communication.languages.AddressLanguages.Decided;
import io.traject.communication.languages.LanguageDecision.Known;
import io.traject.kernel.AddressHolders;
import io.traject.kernel.EmailAddress;
import io.traject.kernel.Language;
import io.traject.kernel.Languages;
import io.traject.kernel.MailLanguages;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Decides the language of mails by what the register knows. */
@Component
@Transactional(readOnly = true)
class DecideLanguage implements MailLanguages {

    private final MailAddresses addresses;
    private final AddressLanguages register;
    private final OrganisationLanguages organisations;
    private final Languages languages;

    DecideLanguage(
            MailAddresses addresses,
            AddressLanguages register,
            OrganisationLanguages organisations,
            Languages languages) {
        this.addresses = addresses;
        this.register = register;
        this.organisations = organisations;
        this.languages = languages;
    }

    @Override
    public Language of(EmailAddress to, Optional<UUID> organisation, Optional<Language> own) {
        AddressKey key = addresses.keyOf(to);
        Decided decided =
                register.decided(List.of(key), organisation.orElse(null)).getOrDefault(key, Decided.NOTHING);
        return decision(decided, own, organisation.flatMap(organisations::of)).language();
    }

    @Override
    public Map<EmailAddress, Language> of(Collection<EmailAddress> to, UUID organisation) {
        Optional<Language> ofOrganisation = organisations.of(organisation);
        Map<EmailAddress, AddressKey> keys =
                to.stream().distinct().collect(Collectors.toMap(address -> address, addresses::keyOf));
        Map<AddressKey, Decided> decided = register.decided(keys.values(), organisation);
        var answers = new HashMap<EmailAddress, Language>();
        keys.forEach((address, key) -> answers.put(
                address,
                decision(decided.getOrDefault(key, Decided.NOTHING), Optional.empty(), ofOrganisation)
                        .language()));
        return answers;
    }

    @Override
    public boolean mayWrite(Language language, UUID organisation) {
        Language otherwise = decision(Decided.NOTHING, Optional.empty(), organisations.of(organisation))
                .language();
        return language == otherwise
                || languages.offered().contains(language) && register.anyDecided(language, organisation);
    }

    /** The decision, with what an administrator is about to set instead of what is set. */
    LanguageDecision decision(Optional<Language> recipient, Optional<Language> address, AddressHolders.Holder holder) {
        return decision(
                new Decided(recipient, address),
                holder.own(),
                holder.organisation().flatMap(organisations::of));
    }

    private LanguageDecision decision(Decided decided, Optional<Language> own, Optional<Language> ofOrganisation) {
        return LanguageDecision.of(new Known(decided.recipient(), decided.address(), own, ofOrganisation), languages);
    }
}
