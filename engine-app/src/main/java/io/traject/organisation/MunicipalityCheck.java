package io.traject.organisation;

import io.traject.kernel.SetUpCheck;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Cases, templates and their case workers belong to a municipality. */
@Component
@Order(30)
class MunicipalityCheck implements SetUpCheck {

    private final Municipalities municipalities;

    MunicipalityCheck(Municipalities municipalities) {
        this.municipalities = municipalities;
    }

    @Override
    public String titleKey() {
        return "organisation.check.municipality";
    }

    @Override
    public Finding look() {
        long count = municipalities.count();
        return count == 0
                ? Finding.missing("organisation.check.municipality.none").mendedAt("/admin/municipalities/new")
                : Finding.ok("organisation.check.municipality.ok", count);
    }
}
