package io.traject.agenda;

import io.traject.access.OrganisationSetUpCheck;
import io.traject.access.Permission;
import io.traject.access.StandardRole;
import io.traject.access.UserDirectory;
import io.traject.kernel.SetUpCheck.Finding;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Where appointments are made, somebody plans them and somebody sees the employees; other shipped roles may wait (ADR 186). */
@Component
@Order(46)
class AppointmentRolesCheck implements OrganisationSetUpCheck {

    private static final String PAGE = "/admin/users/new";

    private final ConsultationTypes types;
    private final UserDirectory users;

    AppointmentRolesCheck(ConsultationTypes types, UserDirectory users) {
        this.types = types;
        this.users = users;
    }

    @Override
    public String titleKey() {
        return "agenda.check.roles";
    }

    @Override
    public Permission mendedWith() {
        return Permission.ADMINISTRATION;
    }

    @Override
    public Optional<Finding> look(UUID organisation) {
        if (types.findByOrganisationId(organisation).stream().allMatch(ConsultationType::isRetired)) {
            return Optional.empty();
        }
        boolean planned = users.anyoneWorksAs(StandardRole.PLANNER, Permission.APPOINTMENTS_PLAN, organisation);
        boolean seen = users.anyoneWorksAs(StandardRole.PRACTITIONER, Permission.MEDICAL_EDIT, organisation);
        return Optional.of(planned && seen ? Finding.ok("agenda.check.roles.ok") : lacking(planned, seen));
    }

    private static Finding lacking(boolean planned, boolean seen) {
        if (planned) {
            return Finding.warning("agenda.check.roles.practitioner").mendedAt(PAGE);
        }
        return Finding.warning(seen ? "agenda.check.roles.planner" : "agenda.check.roles.both")
                .mendedAt(PAGE);
    }
}
