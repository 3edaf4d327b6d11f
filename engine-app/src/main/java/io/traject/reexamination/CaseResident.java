package io.traject.reexamination;

import io.traject.cases.CaseDirectory;
import io.traject.kernel.Bsn;
import io.traject.reexamination.intake.CommunicationPreference;
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

    CaseResident(CaseDirectory cases, Residents residents) {
        this.cases = cases;
        this.residents = residents;
    }

    /**
     * A resident as the file of the case shows one.
     *
     * @param address its lines, as on an envelope
     */
    public record Details(
            String name,
            Bsn bsn,
            LocalDate birthDate,
            List<String> address,
            @Nullable String email,
            @Nullable String phone,
            CommunicationPreference preference,
            String scheme) {

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
                        found.scheme()));
    }
}
