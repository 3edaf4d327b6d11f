package io.traject.registration;

import io.traject.access.OrganisationSetUpCheck;
import io.traject.access.Permission;
import io.traject.kernel.SetUpCheck.Finding;
import io.traject.organisation.employers.EmployerDirectory;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** An employer that is not published is forgotten where nobody can be reminded of it. */
@Component
@Order(42)
class RegistrarsCheck implements OrganisationSetUpCheck {

    private final EmployerDirectory employers;
    private final Registrars registrars;

    RegistrarsCheck(EmployerDirectory employers, Registrars registrars) {
        this.employers = employers;
        this.registrars = registrars;
    }

    @Override
    public String titleKey() {
        return "registration.check.registrars";
    }

    @Override
    public Permission mendedWith() {
        return Permission.ADMINISTRATION;
    }

    @Override
    public Optional<Finding> look(UUID organisation) {
        long waiting = employers.countUnpublished(organisation);
        if (waiting == 0) {
            return Optional.empty();
        }
        return Optional.of(
                registrars.areIn(organisation)
                        ? Finding.ok("registration.check.registrars.ok", waiting)
                        : Finding.warning("registration.check.registrars.none", waiting)
                                .mendedAt("/admin/users"));
    }
}
