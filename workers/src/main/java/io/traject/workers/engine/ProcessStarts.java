package io.traject.workers.engine;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What has, or is about to get, a process; and which instance it is. */
@Repository
public class ProcessStarts {

    private final JdbcClient jdbc;

    ProcessStarts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the thing has got a process or is about to get one. */
    public boolean isRequested(UUID about) {
        return jdbc.sql("select exists (select from engine_start where correlation_key = ?)")
                .param(about)
                .query(Boolean.class)
                .single();
    }

    /** The key of the newest instance that is about the thing, once it has begun. */
    public OptionalLong instanceKey(UUID about) {
        return jdbc
                .sql(
                        "select process_instance_key from engine_start where correlation_key = ? order by requested_at desc limit 1")
                .param(about)
                .query((row, number) -> Optional.ofNullable(row.getObject(1, Long.class)))
                .optional()
                .flatMap(key -> key)
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /** Writes down the starts that are not there yet and answers their business keys. */
    List<UUID> add(List<ProcessStart> starts) {
        return jdbc.sql("""
                        insert into engine_start (business_key, correlation_key, message_name, message_id, variables)
                        select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::uuid[], ?::jsonb[])
                        on conflict (business_key) do nothing
                        returning business_key""")
                .param(starts.stream().map(ProcessStart::businessKey).toArray(UUID[]::new))
                .param(starts.stream().map(ProcessStart::correlationKey).toArray(UUID[]::new))
                .param(starts.stream().map(ProcessStart::messageName).toArray(String[]::new))
                .param(starts.stream().map(ProcessStart::messageId).toArray(UUID[]::new))
                .param(starts.stream()
                        .map(start -> EngineJson.write(Correlation.carriedBy(start.variables())))
                        .toArray(String[]::new))
                .query(UUID.class)
                .list();
    }

    /** The messages of the starts that were not sent yet. */
    List<EngineMessage> unsent(List<UUID> businessKeys) {
        return jdbc.sql("""
                        select message_name, correlation_key, message_id, variables from engine_start
                        where business_key = any(?) and sent_at is null""")
                .param(businessKeys.toArray(UUID[]::new))
                .query((row, number) -> new EngineMessage(
                        row.getString("message_name"),
                        row.getObject("correlation_key", UUID.class),
                        row.getObject("message_id", UUID.class),
                        EngineJson.readObject(row.getString("variables"))))
                .list();
    }

    void markSent(List<UUID> businessKeys, List<UUID> messageIds) {
        jdbc.sql("update engine_start set sent_at = now() where business_key = any(?) and message_id = any(?)")
                .param(businessKeys.toArray(UUID[]::new))
                .param(messageIds.toArray(UUID[]::new))
                .update();
    }

    /** Answers whether the instance is the one that may go on; the first to ask is, and stays it. */
    boolean claim(UUID businessKey, long processInstanceKey) {
        return jdbc.sql("""
                        update engine_start
                        set process_instance_key = :instance, claimed_at = coalesce(claimed_at, now())
                        where business_key = :key and coalesce(process_instance_key, :instance) = :instance""")
                        .param("key", businessKey)
                        .param("instance", processInstanceKey)
                        .update()
                == 1;
    }

    /** Marks starts that were sent that long ago, and that no instance has claimed since, as unsent again. */
    List<UUID> takeUnclaimed(Duration since, int limit) {
        return jdbc.sql("""
                        update engine_start set sent_at = null
                        where business_key in (
                            select business_key from engine_start
                            where process_instance_key is null and sent_at < now() - ?::interval
                            order by sent_at limit ? for update skip locked)
                        returning business_key""")
                .param(since.toString())
                .param(limit)
                .query(UUID.class)
                .list();
    }
}
