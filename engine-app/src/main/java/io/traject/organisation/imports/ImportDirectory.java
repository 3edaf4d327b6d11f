package io.traject.organisation.imports;

import io.traject.access.Actor;
import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.NotFoundException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks imports up: who reaches all of the organisation sees those of everybody, who reaches a part of it the own ones
 * only, since others may be about other parts.
 */
@Service
@Transactional(readOnly = true)
public class ImportDirectory {

    private final Imports imports;
    private final Authorization authorization;

    ImportDirectory(Imports imports, Authorization authorization) {
        this.imports = imports;
        this.authorization = authorization;
    }

    /** @throws NotFoundException when there is none that the actor may see */
    public Import get(UUID id) {
        authorization.require(Permission.ORGANISATION_IMPORT);
        return imports.find(id).filter(this::mayBeSeen).orElseThrow(NotFoundException::new);
    }

    boolean mayBeSeen(Import one) {
        Actor actor = authorization.actor();
        return actor.organisation().filter(one.organisation()::equals).isPresent()
                && (actor.reach().isWhole(one.organisation())
                        || one.uploadedBy().equals(actor.id()));
    }

    /** The newest first. */
    public List<Import> list(int offset, int most) {
        return imports.of(organisation(), whose(), offset, most);
    }

    public long count() {
        return imports.count(organisation(), whose());
    }

    public ImportCounts counts(Import one) {
        return imports.counts(one.id());
    }

    /** In the order in which they are carried out. */
    public List<ImportRow> rows(Import one, Optional<RowFilter> filter, int offset, int most) {
        return imports.rows(one.id(), filter, offset, most);
    }

    public long countRows(Import one, Optional<RowFilter> filter) {
        return imports.countRows(one.id(), filter);
    }

    /** The organisation of the actor. */
    UUID organisation() {
        return authorization
                .require(Permission.ORGANISATION_IMPORT)
                .organisation()
                .orElseThrow(() -> new AccessDeniedException("No organisation"));
    }

    private Optional<UUID> whose() {
        return authorization.mayForOrganisation(Permission.ORGANISATION_IMPORT)
                ? Optional.empty()
                : Optional.of(authorization.actor().id());
    }
}
