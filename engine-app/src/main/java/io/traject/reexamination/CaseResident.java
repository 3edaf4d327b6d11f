package io.traject.reexamination;

import io.traject.cases.CaseDirectory;
import io.traject.kernel.Bsn;
import io.traject.reexamination.intake.CommunicationPreference;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whom a case is about, for those who may see the case. */
@Service
public class CaseResident {

    private final CaseDirectory cases;
    private final Residents residents;
    private final AddressCorrections corrections;
    private final BouncedAddresses bounced;

    CaseResident(CaseDirectory cases, Residents residents, AddressCorrections corrections, BouncedAddresses bounced) {
        this.cases = cases;
        this.residents = residents;
        this.corrections = corrections;
        this.bounced = bounced;
    }

    /** What of a resident's addresses was corrected. */
    public enum Part {
        EMAIL,
        ADDRESS
    }

    /** @param maskedBefore the address as it was, not to be recognised by others */
    public record AddressCorrection(Part part, String maskedBefore, String by, Instant at) {}

    /**
     * A resident as the file of the case shows one.
     *
     * @param address its lines, as on an envelope
     * @param corrections of its addresses, the newest first
     * @param bouncedSince since when no mail arrives at the e-mail address; null while it does, as far as anybody knows
     */
    public record Details(
            String name,
            Bsn bsn,
            LocalDate birthDate,
            List<String> address,
            @Nullable String email,
            @Nullable String phone,
            CommunicationPreference preference,
            String scheme,
            List<AddressCorrection> corrections,
            @Nullable Instant bouncedSince) {

        @Override
        public String toString() {
            return "Details[" + bsn + ']';
        }
    }

    /** @throws io.traject.kernel.NotFoundException when there is no such case, or it is another organisation's */
    @Transactional(readOnly = true)
    public Optional<Details> of(UUID caseId) {
        cases.get(caseId);
        return residents
                .ofCase(caseId)
                .map(found -> new Details(
                        found.name(),
                        found.bsn(),
                        found.birthDate(),
                        List.of(found.streetLine(), found.placeLine()),
                        found.email(),
                        found.phone(),
                        found.preference(),
                        found.scheme(),
                        corrections.ofCase(caseId),
                        bounced.since(caseId).orElse(null)));
    }
}
