package io.traject.agenda;

import io.traject.access.Permission;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.Outcome;
import io.traject.kernel.Refusal;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes when an appointment is wanted and about which case, as long as the request isn't withdrawn. */
@Service
public class ChangeAppointmentRequest {

    private final AppointmentRequestDirectory directory;
    private final AppointmentRequests requests;
    private final ConsultationTypes types;
    private final RequestRules rules;
    private final CaseOfRequest cases;

    ChangeAppointmentRequest(
            AppointmentRequestDirectory directory,
            AppointmentRequests requests,
            ConsultationTypes types,
            RequestRules rules,
            CaseOfRequest cases) {
        this.directory = directory;
        this.requests = requests;
        this.types = types;
        this.rules = rules;
        this.cases = cases;
    }

    /**
     * A case that it is about already may have ended since.
     *
     * @param seen the version that the actor saw; empty when that doesn't matter
     * @return refused with {@code appointment-request-withdrawn}, {@code appointment-request-planned}, {@code
     *     appointment-request-settled}, {@code desired-period-past}, or as {@link
     *     CaseOfRequest#choose the case} is
     * @throws OptimisticLockingFailureException when someone else changed it since
     */
    @Transactional
    public Outcome<AppointmentRequest> change(UUID id, AppointmentWishes wishes, CaseChoice about, OptionalLong seen) {
        AppointmentRequest request = directory.toChange(id, seen, Permission.APPOINTMENTS_REQUEST);
        Optional<Refusal> refusal =
                wishes.until().equals(request.wishes().until()) ? Optional.empty() : rules.past(wishes);
        if (refusal.isPresent()) {
            return new Outcome.Refused<>(refusal.get());
        }
        return switch (chosen(about, request)) {
            case Outcome.Refused<Optional<UUID>>(Refusal reason) -> new Outcome.Refused<>(reason);
            case Outcome.Done<Optional<UUID>>(Optional<UUID> chosen) ->
                request.change(wishes, chosen).map(requests::saveAndFlush);
        };
    }

    private Outcome<Optional<UUID>> chosen(CaseChoice about, AppointmentRequest request) {
        if (about instanceof CaseChoice.Of(UUID same)
                && request.about().filter(same::equals).isPresent()) {
            return Outcome.done(request.about());
        }
        ConsultationType type = types.findById(request.consultationType()).orElseThrow(NotFoundException::new);
        return cases.choose(about, request.employee(), type);
    }
}
