package io.traject.access.factors;

import io.traject.access.Actor;
import io.traject.access.AuditTrail;
import io.traject.access.AuditTrail.Change;
import io.traject.access.AuditedObject;
import io.traject.access.Authorization;
import io.traject.access.events.Origin;
import io.traject.access.events.SecurityEventKind;
import io.traject.access.events.SecurityNotices;
import io.traject.access.users.ManagedUsers;
import io.traject.access.users.UserAccount;
import io.traject.kernel.Outcome;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * An administrator takes the second factor off a user who has lost both the authenticator and the recovery codes. The caller
 * ends the user's sessions.
 */
@Component
public class ResetSecondFactor {

    private final ManagedUsers users;
    private final SecondFactors factors;
    private final SecurityNotices notices;
    private final AuditTrail trail;
    private final Authorization authorization;

    ResetSecondFactor(
            ManagedUsers users,
            SecondFactors factors,
            SecurityNotices notices,
            AuditTrail trail,
            Authorization authorization) {
        this.users = users;
        this.factors = factors;
        this.notices = notices;
        this.trail = trail;
        this.authorization = authorization;
    }

    /** Refused with {@code user-self}, {@code role-beyond-own} or {@code two-factor-off}. */
    @Transactional
    public Outcome<UserAccount> reset(UUID userId) {
        UserAccount user = users.get(userId);
        Actor actor = authorization.actor();
        if (userId.equals(actor.id())) {
            return Outcome.refused("user-self");
        }
        if (!user.role().mayBeGivenBy(actor)) {
            return Outcome.refused("role-beyond-own");
        }
        Optional<SecondFactor> factor = factors.lock(userId).filter(SecondFactor::isOn);
        if (factor.isEmpty()) {
            return Outcome.refused("two-factor-off");
        }
        factors.delete(factor.get());
        trail.record(Change.of(AuditedObject.of("second-factor", userId, user.organisation()), Change.REMOVED));
        notices.happened(userId, SecurityEventKind.TWO_FACTOR_RESET, Origin.administrator(actor.displayName()));
        return Outcome.done(user);
    }
}
