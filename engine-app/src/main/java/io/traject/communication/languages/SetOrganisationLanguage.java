package io.traject.communication.languages;

import io.traject.access.AuditTrail;
import io.traject.access.AuditTrail.Change;
import io.traject.access.AuditedObject;
import io.traject.access.Authorization;
import io.traject.kernel.Language;
import io.traject.kernel.Languages;
import io.traject.kernel.RealTime;
import io.traject.organisation.AdministeredMunicipalities;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets in which language an organisation writes its mails, to people of whom nothing else is known. */
@Service
public class SetOrganisationLanguage {

    private final AdministeredMunicipalities municipalities;
    private final OrganisationLanguages register;
    private final Languages languages;
    private final Authorization authorization;
    private final AuditTrail auditTrail;
    private final RealTime time;

    SetOrganisationLanguage(
            AdministeredMunicipalities municipalities,
            OrganisationLanguages register,
            Languages languages,
            Authorization authorization,
            AuditTrail auditTrail,
            RealTime time) {
        this.municipalities = municipalities;
        this.register = register;
        this.languages = languages;
        this.authorization = authorization;
        this.auditTrail = auditTrail;
        this.time = time;
    }

    /**
     * How it stands.
     *
     * @param language empty for the installation's
     * @param changed who set it last
     */
    public record Position(Optional<Language> language, Languages languages, Optional<Change> changed) {

        /** Who set it, and when. */
        public record Change(String by, Instant at) {}
    }

    /** @throws io.traject.kernel.NotFoundException for a municipality that the actor does not manage */
    @Transactional(readOnly = true)
    public Position position(UUID municipality) {
        municipalities.get(municipality);
        Optional<OrganisationLanguages.Setting> setting = register.setting(municipality);
        return new Position(
                setting.flatMap(OrganisationLanguages.Setting::language),
                languages,
                setting.map(one -> new Position.Change(one.by(), one.at())));
    }

    /**
     * @param language empty for the installation's
     * @throws io.traject.kernel.NotFoundException for a municipality that the actor does not manage
     */
    @Transactional
    public void set(UUID municipality, Optional<Language> language) {
        municipalities.get(municipality);
        Optional<Language> before = register.of(municipality);
        if (before.equals(language)) {
            return;
        }
        register.set(municipality, language, authorization.actor(), time.now());
        auditTrail.record(Change.of(AuditedObject.of("mail-language", municipality, municipality), Change.CHANGED)
                .with("language", before.orElse(null), language.orElse(null)));
    }
}
