package io.traject.reexamination;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The residents whom retries invite again. */
@Repository
class RetryItems {

    private final JdbcClient client;

    RetryItems(JdbcClient client) {
        this.client = client;
    }

    /**
     * A row that was left behind.
     *
     * @param retryable whether inviting again may help: its case is there, and open
     */
    record LeftBehind(int rowIndex, int rowNumber, boolean retryable) {}

    /** The rows of a batch that were left behind, in the spreadsheet's order. */
    List<LeftBehind> leftBehind(UUID batchId) {
        return client.sql("""
                        select r.row_index, r.row_number, o.case_id is not null as retryable
                        from reexamination_resident r left join reexamination_open_case o on o.case_id = r.case_id
                        where r.batch_id = ? and r.failure is not null order by r.row_index
                        """)
                .param(batchId)
                .query((row, n) ->
                        new LeftBehind(row.getInt("row_index"), row.getInt("row_number"), row.getBoolean("retryable")))
                .list();
    }

    void add(UUID retryId, UUID batchId, List<Integer> rowIndexes) {
        client.sql("""
                        insert into reexamination_retry_item (retry_id, place, batch_id, row_index)
                        select :retry, item.place - 1, :batch, item.row_index
                        from unnest(:rows::int[]) with ordinality item (row_index, place)
                        """)
                .param("retry", retryId)
                .param("batch", batchId)
                .param("rows", rowIndexes.toArray(Integer[]::new))
                .update();
    }

    int count(UUID retryId) {
        return client.sql("select count(*) from reexamination_retry_item where retry_id = ?")
                .param(retryId)
                .query(Integer.class)
                .single();
    }

    List<UUID> cases(UUID retryId, int from, int to) {
        return client.sql("""
                        select r.case_id from reexamination_retry_item i
                        join reexamination_resident r on r.batch_id = i.batch_id and r.row_index = i.row_index
                        where i.retry_id = ? and i.place >= ? and i.place < ? order by i.place
                        """).params(retryId, from, to).query(UUID.class).list();
    }

    void markRecorded(UUID retryId, int from, int to) {
        client.sql("update reexamination_retry_item set recorded = true"
                        + " where retry_id = ? and place >= ? and place < ?")
                .params(retryId, from, to)
                .update();
    }

    /** In residents. */
    Residents.Tally tally(UUID retryId) {
        return client.sql("""
                        select count(*) as total, count(*) filter (where i.recorded and r.failure is null) as done,
                            count(*) filter (where i.recorded and r.failure is not null) as failed
                        from reexamination_retry_item i
                        join reexamination_resident r on r.batch_id = i.batch_id and r.row_index = i.row_index
                        where i.retry_id = ?
                        """)
                .param(retryId)
                .query((row, n) -> new Residents.Tally(row.getInt("done"), row.getInt("failed"), row.getInt("total")))
                .single();
    }
}
