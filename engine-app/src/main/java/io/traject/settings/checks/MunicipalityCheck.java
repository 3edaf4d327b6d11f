package io.traject.settings.checks;

import io.traject.kernel.SetUpCheck;
import io.traject.organisation.MunicipalityDirectory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Cases, templates and their case workers belong to a municipality. */
@Component
@Order(30)
class MunicipalityCheck implements SetUpCheck {

    private final MunicipalityDirectory municipalities;

    MunicipalityCheck(MunicipalityDirectory municipalities) {
        this.municipalities = municipalities;
    }

    @Override
    public String titleKey() {
        return "settings.check.municipality";
    }

    @Override
    public Finding look() {
        int count = municipalities.all().size();
        return count == 0
                ? Finding.missing("settings.check.municipality.none")
                : Finding.ok("settings.check.municipality.ok", count);
    }
}
