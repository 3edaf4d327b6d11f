package io.traject.reexamination;

import io.traject.communication.PreviewResidents;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Residents of batches, to show templates with. */
@Component
class ResidentsForPreview implements PreviewResidents {

    /** A blank value is none: the link lets whoever has it supply data. */
    private static final String WITHOUT_LINK = "";

    private final Residents residents;

    ResidentsForPreview(Residents residents) {
        this.residents = residents;
    }

    @Override
    public Optional<PreviewResident> ofCase(UUID municipality, String caseNumber) {
        return residents.ofCaseNumber(municipality, caseNumber).map(ResidentsForPreview::toShow);
    }

    @Override
    public List<PreviewResident> latest(UUID municipality, int atMost) {
        return residents.ofLatestBatch(municipality, atMost).stream()
                .map(ResidentsForPreview::toShow)
                .toList();
    }

    private static PreviewResident toShow(Resident resident) {
        return new PreviewResident(
                resident.requiredCaseId(),
                Objects.requireNonNull(resident.caseNumber(), "case number"),
                InvitationValues.of(resident, language -> WITHOUT_LINK),
                List.of(resident.name(), resident.streetLine(), resident.placeLine()),
                resident.emailAddress().orElse(""));
    }
}
