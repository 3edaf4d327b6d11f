package io.traject.workers.progress;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The steps of all processes that stand still until somebody has mended the cause. */
@Repository
public class OpenIncidents {

    private static final String SELECT = """
            select i.*, p.process_id, s.correlation_key as subject from progress.incident i
            left join progress.process_instance p on p.key = i.process_instance_key
            left join engine_start s on s.process_instance_key = i.process_instance_key
            where i.state = 'ACTIVE'
            """;
    private static final String IN_ORDER = " order by i.created_at desc nulls last, i.key desc";
    private static final String PAGE = IN_ORDER + " offset ? limit ?";

    private final JdbcClient jdbc;

    OpenIncidents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A step that stands still.
     *
     * @param subject id of what its process is about; null while that is unknown
     * @param message what the worker or the engine said
     * @param jobKey the job that failed; null when it was something else
     */
    public record Standstill(
            long key,
            long processInstanceKey,
            @Nullable UUID subject,
            Kind kind,
            String errorType,
            String message,
            @Nullable Long jobKey,
            @Nullable Instant since) {}

    /** What incidents have in common that one cause may have stopped. */
    public record Kind(String processId, String elementId) {}

    /** How many of a kind there are, and since when. */
    public record Count(Kind kind, int incidents, @Nullable Instant oldest) {}

    public int count() {
        return jdbc.sql("select count(*) from progress.incident where state = 'ACTIVE'")
                .query(Integer.class)
                .single();
    }

    /** Per kind, the most frequent first. */
    public List<Count> kinds() {
        return jdbc.sql("""
                        select coalesce(p.process_id, '') as process_id, i.element_id, count(*) as incidents,
                            min(i.created_at) as oldest
                        from progress.incident i left join progress.process_instance p on p.key = i.process_instance_key
                        where i.state = 'ACTIVE' group by 1, 2 order by 3 desc, 1, 2""")
                .query((row, number) -> new Count(
                        new Kind(row.getString("process_id"), row.getString("element_id")),
                        row.getInt("incidents"),
                        instant(row, "oldest")))
                .list();
    }

    /** The newest first. */
    public List<Standstill> list(Optional<Kind> kind, long offset, int limit) {
        return kind.map(one -> jdbc.sql(SELECT + " and coalesce(p.process_id, '') = ? and i.element_id = ?" + PAGE)
                        .params(one.processId(), one.elementId(), offset, limit))
                .orElseGet(() -> jdbc.sql(SELECT + PAGE).params(offset, limit))
                .query(OpenIncidents::standstill)
                .list();
    }

    /** Those of these that stand still yet. */
    public List<Standstill> stillOpen(Collection<Long> keys) {
        return jdbc.sql(SELECT + " and i.key = any(?)" + IN_ORDER)
                .param(keys.toArray(Long[]::new))
                .query(OpenIncidents::standstill)
                .list();
    }

    /** Those of the process about one thing. */
    public List<Standstill> about(UUID subject) {
        return jdbc.sql(SELECT + " and s.correlation_key = ?" + IN_ORDER)
                .param(subject)
                .query(OpenIncidents::standstill)
                .list();
    }

    private static Standstill standstill(ResultSet row, int number) throws SQLException {
        var processId = row.getString("process_id");
        return new Standstill(
                row.getLong("key"),
                row.getLong("process_instance_key"),
                row.getObject("subject", UUID.class),
                new Kind(processId == null ? "" : processId, row.getString("element_id")),
                row.getString("error_type"),
                row.getString("message"),
                row.getObject("job_key", Long.class),
                instant(row, "created_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
