package io.traject.access.agreements;

import io.traject.access.Actor;
import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.Outcome;
import io.traject.kernel.RealTime;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Publishes a version of an agreement, or withdraws one. */
@Component
public class PublishAgreement {

    private final Agreements agreements;
    private final Authorization authorization;
    private final BusinessTime businessTime;
    private final RealTime time;

    PublishAgreement(Agreements agreements, Authorization authorization, BusinessTime businessTime, RealTime time) {
        this.agreements = agreements;
        this.authorization = authorization;
        this.businessTime = businessTime;
        this.time = time;
    }

    /**
     * From its first day on every user must accept this version before going on; it takes the place of the one of before.
     * Refused with {@code agreement-past}, {@code agreement-number-taken} or {@code agreement-start-taken}.
     */
    @Transactional
    public Outcome<Agreement> publish(Agreement.Content content) {
        Actor actor = authorization.requireForInstallation(Permission.ADMINISTRATION);
        if (content.from().isBefore(businessTime.today())) {
            return Outcome.refused("agreement-past");
        }
        if (agreements.findByKindAndNumber(content.kind(), content.number()).isPresent()) {
            return Outcome.refused("agreement-number-taken", content.number());
        }
        if (agreements.existsByKindAndValidFromAndWithdrawnAtIsNull(content.kind(), content.from())) {
            return Outcome.refused("agreement-start-taken");
        }
        return Outcome.done(agreements.save(new Agreement(content, actor.displayName(), time.now())));
    }

    /** Nobody needs to accept it any more, and the version of before holds again; what was accepted stays known. */
    @Transactional
    public Agreement withdraw(UUID id) {
        authorization.requireForInstallation(Permission.ADMINISTRATION);
        Agreement agreement = agreements.findById(id).orElseThrow(NotFoundException::new);
        agreement.withdraw(time.now());
        return agreement;
    }
}
