package io.traject.triggers.editing;

import io.traject.rules.triggers.TriggerRule;
import io.traject.triggers.Publications;
import io.traject.triggers.PublishedTrigger;
import io.traject.triggers.editing.TriggerVersion.Done;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What is published, read from the versions that run. What one publication says never changes, so it is kept once read. */
@Repository
class StoredPublications implements Publications {

    private static final int KEPT = 4;

    private final JdbcClient database;
    private final Map<Long, List<PublishedTrigger>> read = Collections.synchronizedMap(new Newest());

    StoredPublications(JdbcClient database) {
        this.database = database;
    }

    /** What a publication changed. */
    enum Change {
        PUBLISHED,
        RETIRED
    }

    @Override
    @Transactional(readOnly = true)
    public long newest() {
        return database.sql("select coalesce(max(number), 0) from triggers_publication")
                .query(Long.class)
                .single();
    }

    @Override
    @Transactional(readOnly = true)
    public List<PublishedTrigger> triggers(long publication) {
        List<PublishedTrigger> known = read.get(publication);
        if (known != null) {
            return known;
        }
        List<PublishedTrigger> triggers = database.sql("""
                        select v.id, v.trigger_id, t.organisation_id, v.published_as, v.event, v.condition, v.actions, v.valid_from,
                            v.valid_until
                        from triggers_version v join triggers_trigger t on t.id = v.trigger_id
                        where v.published_in <= :publication and (v.retired_in is null or v.retired_in > :publication)
                        order by t.organisation_id, lower(v.published_as), v.id
                        """)
                .param("publication", publication)
                .query((row, number) -> published(row))
                .list();
        read.put(publication, triggers);
        return triggers;
    }

    /**
     * Waits until every publication that somebody began is there or was given up: from now on to the end of the transaction
     * nobody else publishes.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void await() {
        database.sql("lock table triggers_publication in share row exclusive mode")
                .update();
    }

    /**
     * Begins the next one, to be called after {@link #await}.
     *
     * @param agreedLoops in words; empty for none
     * @return its number, which is never used for another
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long begin(Trigger trigger, TriggerVersion version, Change change, String agreedLoops, Done done) {
        long number = database.sql("select nextval('triggers_publication_number')")
                .query(Long.class)
                .single();
        database.sql("insert into triggers_publication values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        number,
                        trigger.organisation(),
                        version.id(),
                        change.name(),
                        agreedLoops,
                        done.by(),
                        done.at().atOffset(ZoneOffset.UTC))
                .update();
        return number;
    }

    private static PublishedTrigger published(ResultSet row) throws SQLException {
        return new PublishedTrigger(
                row.getObject("trigger_id", UUID.class),
                row.getString("published_as"),
                new TriggerRule(
                        row.getObject("id", UUID.class),
                        row.getObject("organisation_id", UUID.class),
                        row.getString("event"),
                        ContentJson.condition(row.getString("condition")),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_until", LocalDate.class)),
                ContentJson.actions(row.getString("actions")));
    }

    /** Few at a time are asked for: the newest, and the one that an evaluation has pinned. */
    private static final class Newest extends LinkedHashMap<Long, List<PublishedTrigger>> {

        private static final long serialVersionUID = 1L;

        Newest() {
            super(KEPT, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, List<PublishedTrigger>> eldest) {
            return size() > KEPT;
        }
    }
}
