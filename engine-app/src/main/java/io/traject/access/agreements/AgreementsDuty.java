package io.traject.access.agreements;

import io.traject.access.Actor;
import io.traject.access.security.SignInDuty;
import io.traject.kernel.BusinessTime;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who has not accepted what holds now reads and accepts it. */
@Component
@Order(30)
class AgreementsDuty implements SignInDuty {

    private final Acceptances acceptances;
    private final BusinessTime time;

    AgreementsDuty(Acceptances acceptances, BusinessTime time) {
        this.acceptances = acceptances;
        this.time = time;
    }

    @Override
    public String page() {
        return "/agreements";
    }

    @Override
    public boolean isOpen(Actor user) {
        return acceptances.isOneMissing(user.id(), time.today());
    }
}
