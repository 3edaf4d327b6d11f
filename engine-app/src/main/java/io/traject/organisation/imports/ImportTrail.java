package io.traject.organisation.imports;

import io.traject.access.AuditTrail;
import io.traject.access.AuditTrail.Change;
import io.traject.access.AuditedObject;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells the audit trail what people do with imports; what an import changes is recorded with each change. */
@Component
class ImportTrail {

    private final AuditTrail trail;

    ImportTrail(AuditTrail trail) {
        this.trail = trail;
    }

    void uploaded(UUID id, UUID organisation) {
        trail.record(Change.of(object(id, organisation), Change.CREATED).with("state", null, ImportState.CHECKING));
    }

    void confirmed(Import one) {
        turned(one, ImportState.APPLYING);
    }

    void cancelled(Import one) {
        turned(one, ImportState.CANCELLED);
    }

    private void turned(Import one, ImportState to) {
        trail.record(
                Change.of(object(one.id(), one.organisation()), Change.CHANGED).with("state", one.state(), to));
    }

    private static AuditedObject object(UUID id, UUID organisation) {
        return AuditedObject.of("import", id, organisation);
    }
}
