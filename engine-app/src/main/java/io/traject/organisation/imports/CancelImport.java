package io.traject.organisation.imports;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.Outcome;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives an import up before anything happens; its file and rows are deleted at once. */
@Service
public class CancelImport {

    private final Imports imports;
    private final ImportDirectory directory;
    private final ImportTrail trail;
    private final Authorization authorization;

    CancelImport(Imports imports, ImportDirectory directory, ImportTrail trail, Authorization authorization) {
        this.imports = imports;
        this.directory = directory;
        this.trail = trail;
        this.authorization = authorization;
    }

    /**
     * A repeat changes nothing. Refused with {@code import-begun}.
     *
     * @throws NotFoundException when there is none that the actor may see
     */
    @Transactional
    public Outcome<Import> cancel(UUID id) {
        authorization.require(Permission.ORGANISATION_IMPORT);
        Import one = imports.lock(id).filter(directory::mayBeSeen).orElseThrow(NotFoundException::new);
        return switch (one.state()) {
            case CANCELLED -> Outcome.done(one);
            case APPLYING, DONE -> Outcome.refused("import-begun");
            case CHECKING, CHECKED, UNREADABLE -> {
                imports.forgetRows(id);
                imports.settle(id, ImportState.CANCELLED, List.of());
                trail.cancelled(one);
                yield Outcome.done(imports.find(id).orElseThrow());
            }
        };
    }
}
