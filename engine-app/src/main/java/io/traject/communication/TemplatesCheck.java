package io.traject.communication;

import io.traject.access.OrganisationSetUpCheck;
import io.traject.access.Permission;
import io.traject.kernel.SetUpCheck;
import io.traject.organisation.Municipality;
import io.traject.organisation.MunicipalityDirectory;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whether every municipality has the templates that its residents are invited with (C2). */
@Component
@Order(60)
class TemplatesCheck implements SetUpCheck, OrganisationSetUpCheck {

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
    public Permission mendedWith() {
        return Permission.TEMPLATES_EDIT;
    }

    @Override
    public Optional<Finding> look(UUID organisation) {
        if (!municipalities.isOne(organisation)) {
            return Optional.empty();
        }
        return Optional.of(
                templates.missing(organisation).stream().anyMatch(TemplateKind::invites)
                        ? Finding.missing("communication.setUp.missing.own").mendedAt("/communication/templates")
                        : Finding.ok("communication.setUp.complete.own"));
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
