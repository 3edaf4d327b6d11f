package io.traject.organisation;

import io.traject.access.Actor;
import io.traject.access.AuditTrail;
import io.traject.access.AuditTrail.Change;
import io.traject.access.AuditedObject;
import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.RealTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Switches a product of a municipality on or off. Off, nothing new is started; what runs goes on, and nothing is lost. */
@Service
public class SwitchProduct {

    private final Municipalities municipalities;
    private final JdbcClient database;
    private final AuditTrail auditTrail;
    private final Authorization authorization;
    private final RealTime time;

    SwitchProduct(
            Municipalities municipalities,
            JdbcClient database,
            AuditTrail auditTrail,
            Authorization authorization,
            RealTime time) {
        this.municipalities = municipalities;
        this.database = database;
        this.auditTrail = auditTrail;
        this.authorization = authorization;
        this.time = time;
    }

    /** @throws NotFoundException when there is no such municipality */
    @Transactional
    public void turn(UUID municipality, Product product, boolean on) {
        Actor actor = authorization.requireForInstallation(Permission.ADMINISTRATION);
        if (!municipalities.existsById(municipality)) {
            throw new NotFoundException();
        }
        database.sql("""
                        insert into organisation_product (municipality_id, product, enabled, switched_by, switched_at)
                        values (?, ?, ?, ?, ?)
                        on conflict (municipality_id, product) do update
                        set enabled = excluded.enabled, switched_by = excluded.switched_by,
                            switched_at = excluded.switched_at
                        """)
                .params(
                        municipality,
                        product.name(),
                        on,
                        actor.displayName(),
                        time.now().atOffset(ZoneOffset.UTC))
                .update();
        auditTrail.record(Change.of(AuditedObject.of("product", municipality, municipality), "switched")
                .with(product.name(), null, on));
    }
}
