package io.traject.access.agreements;

import io.traject.kernel.BusinessTime;
import io.traject.kernel.SetUpCheck;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Users agree on how they use the installation (A9). */
@Component
@Order(78)
class AgreementCheck implements SetUpCheck {

    private final Agreements agreements;
    private final BusinessTime time;

    AgreementCheck(Agreements agreements, BusinessTime time) {
        this.agreements = agreements;
        this.time = time;
    }

    @Override
    public String titleKey() {
        return "access.check.agreement";
    }

    @Override
    public Finding look() {
        int current = agreements.current(time.today()).size();
        return current == 0
                ? Finding.warning("access.check.agreement.none").mendedAt("/admin/agreements")
                : Finding.ok("access.check.agreement.ok", current);
    }
}
