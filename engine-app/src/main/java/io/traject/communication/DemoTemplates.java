package io.traject.communication;

import io.traject.kernel.DemoContribution;
import io.traject.organisation.DemoMunicipality;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The standard templates for the demo municipality. */
@Component
@Order(300)
class DemoTemplates implements DemoContribution {

    private final InstallStandardTemplates standard;

    DemoTemplates(InstallStandardTemplates standard) {
        this.standard = standard;
    }

    @Override
    public void load() {
        standard.install(DemoMunicipality.ID);
    }
}
