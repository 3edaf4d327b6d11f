package io.traject.communication;

import io.traject.kernel.SetUpCheck;
import io.traject.organisation.Municipality;
import io.traject.organisation.MunicipalityDirectory;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whether every municipality has the templates that its residents are invited with (C2). */
@Component
@Order(60)
class TemplatesCheck implements SetUpCheck {

    private final MunicipalityDirectory municipalities;
    private final Templates templates;

    TemplatesCheck(MunicipalityDirectory municipalities, Templates templates) {
        this.municipalities = municipalities;
        this.templates = templates;
    }

    @Override
    public String titleKey() {
        return "communication.setUp.title";
    }

    @Override
    public Finding look() {
        String without = municipalities.all().stream()
                .filter(municipality ->
                        templates.missing(municipality.id()).stream().anyMatch(TemplateKind::invites))
                .map(Municipality::name)
                .collect(Collectors.joining(", "));
        return without.isEmpty()
                ? Finding.ok("communication.setUp.complete")
                : Finding.missing("communication.setUp.missing", without).mendedAt("/communication/templates");
    }
}
