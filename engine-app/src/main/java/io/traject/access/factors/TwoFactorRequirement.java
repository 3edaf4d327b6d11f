package io.traject.access.factors;

import io.traject.access.Actor;
import io.traject.access.AuditTrail;
import io.traject.access.AuditTrail.Change;
import io.traject.access.AuditedObject;
import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.RealTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whether the users of an organisation must have a second factor; the installation's own users have a setting too. */
@Component
public class TwoFactorRequirement {

    /** Stands for the installation, which is no organisation. */
    private static final UUID INSTALLATION = AuditedObject.INSTALLATION;

    private final JdbcClient database;
    private final AuditTrail trail;
    private final Authorization authorization;
    private final RealTime time;

    TwoFactorRequirement(JdbcClient database, AuditTrail trail, Authorization authorization, RealTime time) {
        this.database = database;
        this.trail = trail;
        this.authorization = authorization;
        this.time = time;
    }

    /**
     * How it is set where the actor administers.
     *
     * @param users active ones
     * @param withSecondFactor those of them who have one
     */
    public record Overview(boolean required, int users, int withSecondFactor) {}

    @Transactional(readOnly = true)
    public Overview overview() {
        Actor actor = authorization.require(Permission.ADMINISTRATION);
        return database.sql("""
                        select count(*) as users, count(f.confirmed_at) as with_factor
                        from access_user u left join access_second_factor f on f.user_id = u.id
                        where u.active and u.organisation_id is not distinct from ?""")
                .param(actor.organisation().orElse(null))
                .query((row, number) -> new Overview(holdsFor(actor), row.getInt("users"), row.getInt("with_factor")))
                .single();
    }

    /** From the next page on, users without a second factor set one up first. */
    @Transactional
    public void require(boolean required) {
        Actor actor = authorization.require(Permission.ADMINISTRATION);
        UUID scope = scope(actor);
        trail.record(Change.of(AuditedObject.of("sign-in-policy", scope, actor.organisation()), Change.CHANGED)
                .with("twoFactorRequired", holdsFor(actor), required));
        if (required) {
            database.sql(
                            "insert into access_second_factor_required (scope, since) values (?, ?) on conflict do nothing")
                    .param(scope)
                    .param(time.now().atOffset(ZoneOffset.UTC))
                    .update();
        } else {
            database.sql("delete from access_second_factor_required where scope = ?")
                    .param(scope)
                    .update();
        }
    }

    public boolean holdsFor(Actor user) {
        return database.sql("select exists (select from access_second_factor_required where scope = ?)")
                .param(scope(user))
                .query(Boolean.class)
                .single();
    }

    private static UUID scope(Actor actor) {
        return actor.organisation().orElse(INSTALLATION);
    }
}
