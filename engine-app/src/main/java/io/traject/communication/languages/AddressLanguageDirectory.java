package io.traject.communication.languages;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.communication.languages.AddressLanguage.Choice;
import io.traject.communication.languages.AddressLanguage.Setting;
import io.traject.kernel.AddressHolders;
import io.traject.kernel.AddressHolders.Holder;
import io.traject.kernel.EmailAddress;
import io.traject.kernel.Language;
import io.traject.kernel.NotFoundException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;

/** Looks up the languages of people's e-mail addresses, for administrators who may set them (A4). */
@Service
public class AddressLanguageDirectory {

    private final List<AddressHolders> holders;
    private final MailAddresses addresses;
    private final AddressLanguages register;
    private final DecideLanguage decide;
    private final Authorization authorization;

    AddressLanguageDirectory(
            List<AddressHolders> holders,
            MailAddresses addresses,
            AddressLanguages register,
            DecideLanguage decide,
            Authorization authorization) {
        this.holders = holders;
        this.addresses = addresses;
        this.register = register;
        this.decide = decide;
        this.authorization = authorization;
    }

    /**
     * @param kind of {@link AddressHolders}
     * @throws NotFoundException when there is nobody, nobody in reach, or no address
     */
    public AddressLanguage get(String kind, UUID id) {
        authorization.require(Permission.ADDRESS_LANGUAGE);
        Holder holder = holders.stream()
                .filter(one -> one.kind().equals(kind))
                .findFirst()
                .orElseThrow(NotFoundException::new)
                .get(id);
        EmailAddress address = holder.address().orElseThrow(NotFoundException::new);
        AddressKey key = addresses.keyOf(address);
        Optional<Choice> chosen = register.choice(key);
        Optional<Setting> setting = register.setting(key, holder.organisation());
        Optional<Language> recipient = chosen.map(Choice::language);
        return new AddressLanguage(
                holder,
                address,
                decide.decision(recipient, setting.flatMap(Setting::language), holder),
                decide.decision(recipient, Optional.empty(), holder),
                chosen,
                setting);
    }

    /** For the control on somebody's page; empty for who may not set languages there, and without an address. */
    public Optional<AddressLanguage> find(String kind, UUID id) {
        if (!authorization.may(Permission.ADDRESS_LANGUAGE)) {
            return Optional.empty();
        }
        try {
            return Optional.of(get(kind, id));
        } catch (NotFoundException | AccessDeniedException notHere) {
            return Optional.empty();
        }
    }
}
