package io.traject.tasks;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All tasks that were added to cases. */
@Repository
class AddedTasks {

    private final JdbcClient jdbc;

    AddedTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether it was not there yet */
    boolean add(AddedTask task) {
        return jdbc.sql("""
                        insert into tasks_added (id, case_id, title, instruction, due_at, added_by)
                        values (:id, :case, :title, :instruction, :due, :by) on conflict (id) do nothing
                        """)
                        .param("id", task.id())
                        .param("case", task.caseId())
                        .param("title", task.title())
                        .param("instruction", task.instruction())
                        .param("due", task.dueAt().atOffset(ZoneOffset.UTC))
                        .param("by", task.addedBy())
                        .update()
                == 1;
    }

    /** @throws org.springframework.dao.EmptyResultDataAccessException when there is none */
    AddedTask get(UUID id) {
        return jdbc.sql("select * from tasks_added where id = ?")
                .param(id)
                .query((row, number) -> new AddedTask(
                        row.getObject("id", UUID.class),
                        row.getObject("case_id", UUID.class),
                        row.getString("title"),
                        row.getString("instruction"),
                        row.getObject("due_at", OffsetDateTime.class).toInstant(),
                        row.getString("added_by")))
                .single();
    }

    /** Those of a case that nobody has done, whether their task is open yet or not. */
    List<UUID> unfinished(UUID caseId) {
        return jdbc.sql("""
                        select a.id from tasks_added a
                        where a.case_id = ? and not exists (
                            select from tasks_task t
                            where t.case_id = a.case_id and t.concerns = a.id and t.state = 'COMPLETED')
                        order by a.id
                        """).param(caseId).query(UUID.class).list();
    }
}
