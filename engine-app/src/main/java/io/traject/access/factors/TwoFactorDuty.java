package io.traject.access.factors;

import io.traject.access.Actor;
import io.traject.access.security.SignInDuty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Where two steps are required, who has no second factor sets one up. */
@Component
@Order(20)
class TwoFactorDuty implements SignInDuty {

    private final TwoFactorRequirement requirement;
    private final SecondStep secondStep;

    TwoFactorDuty(TwoFactorRequirement requirement, SecondStep secondStep) {
        this.requirement = requirement;
        this.secondStep = secondStep;
    }

    @Override
    public String page() {
        return "/account/two-factor";
    }

    @Override
    public boolean isOpen(Actor user) {
        return requirement.holdsFor(user) && !secondStep.isOn(user.id());
    }
}
