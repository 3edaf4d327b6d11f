package io.traject.organisation.finances.web;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.organisation.NodePanel;
import io.traject.organisation.tree.NodeKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way to the financial data, on the page of an establishment, for who may see them. */
@Configuration
class FinancesPanel {

    @Bean
    NodePanel financesOfEstablishment(Authorization authorization) {
        return new NodePanel(
                NodeKind.ESTABLISHMENT,
                "finances",
                "organisation/finances/panel :: panel",
                60,
                place -> authorization.may(Permission.FINANCIAL_VIEW, place.id()) ? place.id() : null);
    }
}
