package io.traject.organisation.parameters;

import io.traject.access.Authorization;
import io.traject.kernel.Ids;
import io.traject.kernel.RealTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who did what to parameters. Lines are only ever added, within the transaction of what they tell. */
@Repository
class ParameterHistory {

    private static final int SHOWN = 100;

    private final JdbcClient database;
    private final Authorization authorization;
    private final RealTime time;

    ParameterHistory(JdbcClient database, Authorization authorization, RealTime time) {
        this.database = database;
        this.authorization = authorization;
        this.time = time;
    }

    void add(ParameterSetting setting, ParameterChange.Kind kind) {
        database.sql("""
                        insert into organisation_parameter_change (id, node_id, code, kind, value, changed_by, changed_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        Ids.next(),
                        setting.node(),
                        setting.code(),
                        kind.name(),
                        setting.value(),
                        authorization.actor().displayName(),
                        time.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The newest first. */
    List<ParameterChange> of(UUID node, String code) {
        return database.sql("""
                        select kind, value, changed_by, changed_at from organisation_parameter_change
                        where node_id = ? and code = ? order by changed_at desc, id desc limit ?
                        """)
                .params(node, code, SHOWN)
                .query((row, number) -> new ParameterChange(
                        ParameterChange.Kind.valueOf(row.getString("kind")),
                        row.getString("value"),
                        row.getString("changed_by"),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
