package io.traject.cases;

import io.traject.access.Permission;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A case is named by its number. */
@Component
public class CaseNames implements SubjectNames {

    private final Cases cases;
    private final CaseAccess access;

    CaseNames(Cases cases, CaseAccess access) {
        this.cases = cases;
        this.access = access;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Named> named(Collection<UUID> ids) {
        return cases.findAllById(ids).stream().map(this::named).toList();
    }

    private Named named(Case found) {
        Optional<String> path =
                access.may(Permission.CASES_VIEW, found) ? Optional.of("/cases/" + found.id()) : Optional.empty();
        return new Named(found.id(), found.organisation(), Optional.of(found.id()), found.number(), path);
    }
}
