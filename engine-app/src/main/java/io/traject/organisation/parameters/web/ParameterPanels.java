package io.traject.organisation.parameters.web;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.organisation.NodePanel;
import io.traject.organisation.parameters.ParameterRegister;
import io.traject.organisation.tree.NodeKind;
import io.traject.web.NavigationEntry;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where parameters appear outside their own pages: the rail and the employer's page. */
@Configuration
class ParameterPanels {

    /** What the employer's panel shows. */
    record Shown(UUID employer, List<ParameterRegister.Entry> entries) {}

    @Bean
    NavigationEntry parametersEntry(Authorization authorization) {
        return NavigationEntry.of(
                        "configuration/parameters",
                        "organisation.parameters.title",
                        "/admin/configuration/parameters",
                        "filter",
                        22)
                .under("admin")
                .when(() -> authorization.mayForOrganisation(Permission.CONFIGURATION));
    }

    @Bean
    NodePanel parametersPanel(ParameterRegister register, Authorization authorization) {
        return new NodePanel(
                NodeKind.EMPLOYER,
                "parameters",
                "organisation/parameters/panel :: panel",
                80,
                employer -> authorization.may(Permission.CONFIGURATION, employer.id())
                        ? new Shown(employer.id(), register.of(employer.id()))
                        : null);
    }
}
