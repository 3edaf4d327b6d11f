package io.traject.tasks;

import io.traject.access.UserChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives everyone back what somebody had claimed who was let in no longer. */
@Service
public class ReleaseTasks {

    private final Tasks tasks;

    ReleaseTasks(Tasks tasks) {
        this.tasks = tasks;
    }

    /** With the user, in the same transaction; the log of changes names who deactivated the user. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void of(UserChanged changed) {
        if (!changed.after().active()) {
            tasks.findLockedByClaimedByAndStateOrderById(changed.user(), TaskState.OPEN)
                    .forEach(Task::release);
        }
    }
}
