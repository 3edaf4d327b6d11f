package io.traject.access.audit;

import io.traject.access.AuditTrail;
import io.traject.kernel.Ids;
import io.traject.kernel.RealTime;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

@Component
class StoredAuditTrail implements AuditTrail {

    private final JdbcTemplate jdbc;
    private final RealTime time;
    private final JsonMapper json;

    StoredAuditTrail(JdbcTemplate jdbc, RealTime time, JsonMapper json) {
        this.jdbc = jdbc;
        this.time = time;
        this.json = json;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Change change) {
        append(List.of(change), Doer.now());
    }

    /** In the transaction of the connection that this thread uses. */
    void append(List<Change> changes, Doer doer) {
        var now = time.now().atOffset(ZoneOffset.UTC);
        jdbc.batchUpdate("""
                insert into access_change (id, at, organisation_id, node_id, actor_id, actor_kind, actor_name, behalf_id,
                    behalf_name, action, object_kind, object_id, details, correlation_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
                """, changes, Math.max(1, changes.size()), (row, change) -> {
            row.setObject(1, Ids.next());
            row.setObject(2, now);
            row.setObject(3, change.object().organisation());
            row.setObject(4, change.object().node());
            row.setObject(5, doer.id());
            row.setString(6, doer.kind().name());
            row.setString(7, doer.name());
            row.setObject(8, doer.behalf().map(actor -> (Object) actor.id()).orElse(null), Types.OTHER);
            row.setString(9, doer.behalf().map(actor -> actor.displayName()).orElse(null));
            row.setString(10, change.action());
            row.setString(11, change.object().kind());
            row.setObject(12, change.object().id());
            row.setString(13, json.writeValueAsString(details(change)));
            row.setString(14, Doer.correlation().orElse(null));
        });
    }

    private static Map<String, Object> details(Change change) {
        Map<String, Object> details = new LinkedHashMap<>();
        change.values().forEach(value -> {
            Map<String, Object> known = new LinkedHashMap<>();
            value.before().ifPresent(before -> known.put("from", before));
            value.after().ifPresent(after -> known.put("to", after));
            if (value.masked()) {
                known.put("masked", true);
            }
            details.put(value.field(), known);
        });
        return details;
    }
}
