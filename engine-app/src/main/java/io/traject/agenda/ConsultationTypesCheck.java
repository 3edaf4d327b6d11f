package io.traject.agenda;

import io.traject.access.OrganisationSetUpCheck;
import io.traject.access.Permission;
import io.traject.kernel.SetUpCheck.Finding;
import io.traject.organisation.tree.NodeKind;
import io.traject.organisation.tree.Tree;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Without a consultation type nobody can ask for an appointment, which is what a provider is there for. */
@Component
@Order(45)
class ConsultationTypesCheck implements OrganisationSetUpCheck {

    private final ConsultationTypes types;
    private final Tree tree;

    ConsultationTypesCheck(ConsultationTypes types, Tree tree) {
        this.types = types;
        this.tree = tree;
    }

    @Override
    public String titleKey() {
        return "agenda.check.types";
    }

    @Override
    public Permission mendedWith() {
        return Permission.CONFIGURATION;
    }

    /** Whoever retired them all used appointments before, a provider or not. */
    @Override
    public Optional<Finding> look(UUID organisation) {
        List<ConsultationType> all = types.findByOrganisationId(organisation);
        long active = all.stream().filter(type -> !type.isRetired()).count();
        if (active > 0) {
            return Optional.of(Finding.ok("agenda.check.types.ok", active));
        }
        return all.isEmpty() && !isProvider(organisation)
                ? Optional.empty()
                : Optional.of(Finding.warning("agenda.check.types.none").mendedAt("/admin/consultation-types"));
    }

    private boolean isProvider(UUID organisation) {
        return tree.find(organisation)
                .filter(node -> node.kind() == NodeKind.PROVIDER)
                .isPresent();
    }
}
