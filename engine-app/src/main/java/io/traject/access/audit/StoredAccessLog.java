package io.traject.access.audit;

import io.traject.access.AccessLog;
import io.traject.access.FilePart;
import io.traject.access.PersonalFile;
import io.traject.kernel.Ids;
import io.traject.kernel.RealTime;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes looks in a transaction of their own, or in that of the caller when it writes too: then nothing is shown before it
 * is committed, and a second connection is not needed.
 */
@Component
class StoredAccessLog implements AccessLog {

    private final JdbcTemplate jdbc;
    private final RealTime time;
    private final TransactionTemplate joining;
    private final TransactionTemplate apart;

    StoredAccessLog(JdbcTemplate jdbc, RealTime time, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.time = time;
        this.joining = new TransactionTemplate(transactions);
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public void looked(PersonalFile file, FilePart part) {
        looked(List.of(file), part);
    }

    @Override
    public void looked(Collection<PersonalFile> files, FilePart part) {
        Doer doer = Doer.now();
        if (doer.isSomebody() && !files.isEmpty()) {
            TransactionTemplate transaction =
                    TransactionSynchronizationManager.isCurrentTransactionReadOnly() ? apart : joining;
            transaction.executeWithoutResult(status -> append(files, part, doer));
        }
    }

    private void append(Collection<PersonalFile> files, FilePart part, Doer doer) {
        var now = time.now().atOffset(ZoneOffset.UTC);
        jdbc.batchUpdate("""
                insert into access_look (id, at, organisation_id, node_id, actor_id, actor_kind, actor_name, behalf_id,
                    behalf_name, part, file_kind, file_id, correlation_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, files, files.size(), (row, file) -> {
            row.setObject(1, Ids.next());
            row.setObject(2, now);
            row.setObject(3, file.organisation());
            row.setObject(4, file.node());
            row.setObject(5, doer.id());
            row.setString(6, doer.kind().name());
            row.setString(7, doer.name());
            row.setObject(8, doer.behalf().map(actor -> (Object) actor.id()).orElse(null), Types.OTHER);
            row.setString(9, doer.behalf().map(actor -> actor.displayName()).orElse(null));
            row.setString(10, part.name());
            row.setString(11, file.kind().name());
            row.setObject(12, file.id());
            row.setString(13, Doer.correlation().orElse(null));
        });
    }
}
