package io.traject.reexamination;

import io.traject.kernel.FallsDue;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rejected spreadsheets, which are deleted when their time is up. */
@Component
class RejectedBatchesFallDue implements FallsDue {

    private final JdbcClient jdbc;
    private final ExpireRejectedBatches expire;

    RejectedBatchesFallDue(JdbcClient jdbc, ExpireRejectedBatches expire) {
        this.jdbc = jdbc;
        this.expire = expire;
    }

    @Override
    public String kind() {
        return "rejected-batch";
    }

    @Override
    public List<Due> between(Instant from, Instant upTo) {
        return jdbc.sql("""
                        select min(uploaded_at) as uploaded_at, count(*) as batches from reexamination_batch
                        where state = 'REJECTED' and uploaded_at between ? and ?
                        group by date_trunc('minute', uploaded_at) order by 1""")
                .params(
                        from.minus(ExpireRejectedBatches.KEPT).atOffset(ZoneOffset.UTC),
                        upTo.minus(ExpireRejectedBatches.KEPT).atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Due(
                        row.getObject("uploaded_at", OffsetDateTime.class)
                                .toInstant()
                                .plus(ExpireRejectedBatches.KEPT),
                        "",
                        row.getLong("batches")))
                .list();
    }

    @Override
    public boolean happensByItself() {
        return true;
    }

    @Override
    public void catchUp() {
        expire.expire();
    }
}
