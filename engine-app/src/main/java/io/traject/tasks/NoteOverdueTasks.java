package io.traject.tasks;

import io.traject.events.DomainEventLog;
import io.traject.kernel.BusinessTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notes once of each open task that it was not done in time. */
@Service
public class NoteOverdueTasks {

    private static final int SLICE = 200;

    private final Tasks tasks;
    private final DomainEventLog events;
    private final BusinessTime time;

    NoteOverdueTasks(Tasks tasks, DomainEventLog events, BusinessTime time) {
        this.tasks = tasks;
        this.events = events;
        this.time = time;
    }

    /** @return whether there may be more */
    @Transactional
    public boolean noteSome() {
        Instant now = time.now();
        List<Task> overdue = tasks.lockOverdue(now, Limit.of(SLICE));
        overdue.forEach(task -> task.noteOverdue(now));
        events.record(overdue.stream()
                .map(task -> TaskEvents.event(TaskEvents.OVERDUE, task, Map.of()))
                .toList());
        return overdue.size() == SLICE;
    }
}
