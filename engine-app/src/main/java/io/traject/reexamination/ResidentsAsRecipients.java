package io.traject.reexamination;

import io.traject.access.AuditTrail;
import io.traject.access.AuditTrail.Change;
import io.traject.access.AuditedObject;
import io.traject.access.Authorization;
import io.traject.cases.Case;
import io.traject.cases.SupplyLinks;
import io.traject.communication.CaseRecipient;
import io.traject.communication.CaseRecipients;
import io.traject.communication.PostalAddress;
import io.traject.events.DomainEvent;
import io.traject.events.DomainEventLog;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.EmailAddress;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.Postcode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The resident whom a case is about gets its mails and letters. */
@Component
class ResidentsAsRecipients implements CaseRecipients {

    private final Residents residents;
    private final AddressCorrections corrections;
    private final AuditTrail auditTrail;
    private final SupplyLinks links;
    private final DomainEventLog events;
    private final Authorization authorization;
    private final BusinessTime time;

    ResidentsAsRecipients(
            Residents residents,
            AddressCorrections corrections,
            AuditTrail auditTrail,
            SupplyLinks links,
            DomainEventLog events,
            Authorization authorization,
            BusinessTime time) {
        this.residents = residents;
        this.corrections = corrections;
        this.auditTrail = auditTrail;
        this.links = links;
        this.events = events;
        this.authorization = authorization;
        this.time = time;
    }

    @Override
    public Optional<CaseRecipient> of(Case about) {
        return residents
                .ofCase(about.id())
                .map(resident -> resident.withFinalDate(time.lastDayBefore(about.dueAt())))
                .map(resident -> new CaseRecipient(
                        InvitationValues.of(resident, language -> links.address(about.id(), language)),
                        List.of(resident.name(), resident.streetLine(), resident.placeLine()),
                        about.number(),
                        resident.emailAddress().flatMap(EmailAddress::parse),
                        address(resident)));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void correct(Case about, EmailAddress email) {
        Optional<EmailAddress> before = resident(about).emailAddress().flatMap(EmailAddress::parse);
        if (!before.equals(Optional.of(email))) {
            residents.correctEmail(about.id(), email);
            note(
                    about,
                    CaseResident.Part.EMAIL,
                    before.map(EmailAddress::toString).orElse("–"));
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void correct(Case about, PostalAddress address) {
        PostalAddress before = address(resident(about));
        if (!before.equals(address)) {
            residents.correctAddress(about.id(), address);
            note(about, CaseResident.Part.ADDRESS, before.toString());
        }
    }

    private void note(Case about, CaseResident.Part part, String maskedBefore) {
        corrections.add(about.id(), part, maskedBefore, authorization.actor(), time.now());
        auditTrail.record(Change.of(AuditedObject.of("case", about.id(), about.organisation()), "corrected")
                .masked(part.name().toLowerCase(Locale.ROOT)));
        events.record(DomainEvent.ofCase(
                "case.addressCorrected",
                about.organisation(),
                about.id(),
                Map.of("part", part.name().toLowerCase(Locale.ROOT))));
    }

    private Resident resident(Case about) {
        return residents.ofCase(about.id()).orElseThrow(NotFoundException::new);
    }

    private static PostalAddress address(Resident resident) {
        return new PostalAddress(
                resident.street(),
                resident.houseNumber(),
                resident.addition(),
                new Postcode(resident.postcode()),
                resident.city());
    }
}
