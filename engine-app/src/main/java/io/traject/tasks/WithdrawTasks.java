package io.traject.tasks;

import io.traject.access.Authorization;
import io.traject.cases.CaseEnded;
import io.traject.kernel.BusinessTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Withdraws tasks that nobody needs to do any more. */
@Service
public class WithdrawTasks {

    private final Tasks tasks;
    private final Authorization authorization;
    private final BusinessTime time;

    WithdrawTasks(Tasks tasks, Authorization authorization, BusinessTime time) {
        this.tasks = tasks;
        this.authorization = authorization;
        this.time = time;
    }

    /** With a case end its tasks, in the same transaction. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void withCase(CaseEnded ended) {
        withdraw(tasks.findByCaseIdAndState(ended.caseId(), TaskState.OPEN));
    }

    /** What they are about has ended, in the same transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void about(UUID subject) {
        withdraw(tasks.findBySubjectIdAndState(subject, TaskState.OPEN));
    }

    /** The element instances of open tasks above a key, ascending, for the comparison with the engine's progress. */
    @Transactional(readOnly = true)
    public List<Long> openElementInstances(long after, int atMost) {
        return tasks.openElementInstances(after, Limit.of(atMost));
    }

    /** The engine has left these elements by another way. */
    @Transactional
    public void leftByEngine(Set<Long> elementInstanceKeys) {
        withdraw(tasks.findByElementInstanceKeyInAndState(List.copyOf(elementInstanceKeys), TaskState.OPEN));
    }

    private void withdraw(List<Task> withdrawn) {
        withdrawn.forEach(task -> task.withdraw(authorization.actor(), time.now()));
    }
}
