package io.traject.reexamination;

import io.traject.cases.Case;
import io.traject.cases.ReopeningCondition;
import io.traject.kernel.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A reopened case takes its place among the open ones again: a resident has one at most for each scheme. */
@Component
class OpenPlaceOfReopened implements ReopeningCondition {

    private final Residents residents;

    OpenPlaceOfReopened(Residents residents) {
        this.residents = residents;
    }

    /** Refuses with {@code other-case-open} and that case's number. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Refusal> secure(Case reopened) {
        return residents.ofCase(reopened.id()).flatMap(resident -> secure(reopened, resident));
    }

    private Optional<Refusal> secure(Case reopened, Resident resident) {
        UUID municipality = reopened.organisation();
        boolean free = !residents
                .reserve(municipality, List.of(resident), List.of(reopened.id()))
                .isEmpty();
        return free
                ? Optional.empty()
                : residents
                        .numberOfOpenCase(municipality, resident)
                        .filter(number -> !number.equals(reopened.number()))
                        .map(number -> Refusal.of("other-case-open", number));
    }
}
