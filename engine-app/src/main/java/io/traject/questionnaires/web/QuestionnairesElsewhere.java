package io.traject.questionnaires.web;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.cases.Case;
import io.traject.cases.CasePanel;
import io.traject.questionnaires.QuestionnaireCatalogue;
import io.traject.questionnaires.QuestionnairesOfCase;
import io.traject.web.NavigationEntry;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where questionnaires appear outside their own pages: the rail and the case. */
@Configuration
class QuestionnairesElsewhere {

    private final QuestionnairesOfCase ofCase;
    private final Authorization authorization;

    QuestionnairesElsewhere(QuestionnairesOfCase ofCase, Authorization authorization) {
        this.ofCase = ofCase;
        this.authorization = authorization;
    }

    /** What a case page shows: that there are questionnaires, and none of their answers. */
    record Panel(
            UUID caseId, List<QuestionnairesOfCase.Entry> entries, List<QuestionnaireCatalogue.Published> offered) {}

    @Bean
    NavigationEntry questionnairesEntry() {
        return NavigationEntry.of("questionnaires", "questionnaires.title", "/admin/questionnaires", "check-list", 45)
                .under("admin")
                .when(() -> authorization.mayForOrganisation(Permission.QUESTIONNAIRES_EDIT));
    }

    @Bean
    CasePanel questionnairesPanel() {
        return new CasePanel("questionnaires", "questionnaires/case-panel :: panel", 30, this::panel);
    }

    private @Nullable Panel panel(Case about) {
        var panel = new Panel(about.id(), ofCase.of(about.id()), ofCase.offered(about));
        return panel.entries().isEmpty() && panel.offered().isEmpty() ? null : panel;
    }
}
