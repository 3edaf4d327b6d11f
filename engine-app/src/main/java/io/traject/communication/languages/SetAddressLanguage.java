package io.traject.communication.languages;

import io.traject.access.AuditTrail;
import io.traject.access.AuditTrail.Change;
import io.traject.access.AuditedObject;
import io.traject.access.Authorization;
import io.traject.kernel.Language;
import io.traject.kernel.Languages;
import io.traject.kernel.Outcome;
import io.traject.kernel.RealTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An administrator sets in which language somebody's e-mail address is written to, or takes that back (A4). */
@Service
public class SetAddressLanguage {

    private final AddressLanguageDirectory directory;
    private final MailAddresses addresses;
    private final AddressLanguages register;
    private final Languages languages;
    private final Authorization authorization;
    private final AuditTrail auditTrail;
    private final RealTime time;

    SetAddressLanguage(
            AddressLanguageDirectory directory,
            MailAddresses addresses,
            AddressLanguages register,
            Languages languages,
            Authorization authorization,
            AuditTrail auditTrail,
            RealTime time) {
        this.directory = directory;
        this.addresses = addresses;
        this.register = register;
        this.languages = languages;
        this.authorization = authorization;
        this.auditTrail = auditTrail;
        this.time = time;
    }

    /**
     * @param language empty for "no language set"
     * @param seen the version that the actor decided on
     * @return refused with {@code address-language-chosen} once the recipient has chosen, or with
     *     {@code address-language-changed} when another administrator has set it since
     * @throws IllegalArgumentException for a language that is not offered
     */
    @Transactional
    public Outcome<AddressLanguage> set(String kind, UUID id, Optional<Language> language, long seen) {
        if (language.filter(one -> !languages.offered().contains(one)).isPresent()) {
            throw new IllegalArgumentException("not offered: " + language);
        }
        AddressLanguage before = directory.get(kind, id);
        if (before.closed()) {
            return Outcome.refused("address-language-chosen");
        }
        boolean done = register.set(
                addresses.keyOf(before.address()),
                before.holder().organisation(),
                language,
                authorization.actor(),
                time.now(),
                seen);
        if (!done) {
            return Outcome.refused("address-language-changed");
        }
        auditTrail.record(Change.of(
                        AuditedObject.of("address-language", id, before.holder().organisation()), Change.CHANGED)
                .with("language", before.set().orElse(null), language.orElse(null)));
        return Outcome.done(directory.get(kind, id));
    }
}
