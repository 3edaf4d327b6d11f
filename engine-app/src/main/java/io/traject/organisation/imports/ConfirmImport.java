package io.traject.organisation.imports;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.Outcome;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Agrees to what an import would do: it is carried out in the background, with the rights of who agreed. */
@Service
public class ConfirmImport {

    private final Imports imports;
    private final ImportDirectory directory;
    private final ImportTrail trail;
    private final ImportSchedule.Starter starter;
    private final Authorization authorization;

    ConfirmImport(
            Imports imports,
            ImportDirectory directory,
            ImportTrail trail,
            ImportSchedule.Starter starter,
            Authorization authorization) {
        this.imports = imports;
        this.directory = directory;
        this.trail = trail;
        this.starter = starter;
        this.authorization = authorization;
    }

    /**
     * A repeat changes nothing. Refused with {@code import-not-checked}, {@code import-cancelled} or
     * {@code import-nothing-to-do}.
     *
     * @throws NotFoundException when there is none that the actor may see
     */
    @Transactional
    public Outcome<Import> confirm(UUID id) {
        authorization.require(Permission.ORGANISATION_IMPORT);
        Import one = imports.lock(id).filter(directory::mayBeSeen).orElseThrow(NotFoundException::new);
        return switch (one.state()) {
            case CHECKING, UNREADABLE -> Outcome.refused("import-not-checked");
            case CANCELLED -> Outcome.refused("import-cancelled");
            case APPLYING, DONE -> Outcome.done(one);
            case CHECKED -> begun(one);
        };
    }

    private Outcome<Import> begun(Import one) {
        if (imports.counts(one.id()).planned() == 0) {
            return Outcome.refused("import-nothing-to-do");
        }
        imports.begin(one.id(), authorization.actor());
        trail.confirmed(one);
        starter.apply(one.id());
        return Outcome.done(imports.find(one.id()).orElseThrow());
    }
}
