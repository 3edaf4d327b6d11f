package io.traject.organisation;

import io.traject.access.OrganisationSetUpCheck;
import io.traject.access.Permission;
import io.traject.access.UserDirectory;
import io.traject.kernel.SetUpCheck;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Component;

/** Each municipality needs someone who can re-examine residents. */
@Component
@Order(31)
class CaseWorkerCheck implements SetUpCheck, OrganisationSetUpCheck {

    private final Municipalities municipalities;
    private final UserDirectory users;

    CaseWorkerCheck(Municipalities municipalities, UserDirectory users) {
        this.municipalities = municipalities;
        this.users = users;
    }

    @Override
    public String titleKey() {
        return "organisation.check.caseWorker";
    }

    @Override
    public Permission mendedWith() {
        return Permission.ADMINISTRATION;
    }

    /** A provider re-examines nobody. */
    @Override
    public Optional<Finding> look(UUID organisation) {
        return municipalities
                .findById(organisation)
                .map(municipality ->
                        users.organisationsWith(Permission.RE_EXAMINATION_RUN).contains(organisation)
                                ? Finding.ok("organisation.check.caseWorker.own")
                                : Finding.missing("organisation.check.caseWorker.nobody")
                                        .mendedAt("/admin/users/new"));
    }

    @Override
    public Finding look() {
        Set<UUID> manned = users.organisationsWith(Permission.RE_EXAMINATION_RUN);
        List<String> without = municipalities.findAll(Sort.by("name")).stream()
                .filter(municipality -> !manned.contains(municipality.id()))
                .map(Municipality::name)
                .toList();
        return without.isEmpty()
                ? Finding.ok("organisation.check.caseWorker.ok")
                : Finding.missing("organisation.check.caseWorker.none", String.join(", ", without))
                        .mendedAt("/admin/users/new");
    }
}
