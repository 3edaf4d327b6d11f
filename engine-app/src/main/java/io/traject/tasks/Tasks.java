package io.traject.tasks;

import jakarta.persistence.LockModeType;
import jakarta.persistence.QueryHint;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;

/** All human tasks. */
interface Tasks extends JpaRepository<Task, UUID> {

    /** Hibernate's. */
    String SKIP_LOCKED = "-2";

    boolean existsByElementInstanceKey(long elementInstanceKey);

    List<Task> findBySubjectIdAndTypeAndState(UUID subjectId, String type, TaskState state);

    List<Task> findBySubjectIdAndState(UUID subjectId, TaskState state);

    List<Task> findBySubjectIdOrderByCreatedAt(UUID subjectId);

    List<Task> findByCaseIdOrderByCreatedAt(UUID caseId);

    List<Task> findByCaseIdAndState(UUID caseId, TaskState state);

    @Query("""
            select new io.traject.tasks.TaskCounts(
                count(*),
                count(*) filter (where task.dueAt < :now),
                count(*) filter (where task.claimedBy = :user),
                count(*) filter (where task.claimedBy = :user and task.dueAt < :now))
            from Task task
            where task.organisationId = :organisation and task.state = io.traject.tasks.TaskState.OPEN
                and task.type not in :hidden
            """)
    TaskCounts count(UUID organisation, UUID user, Set<String> hidden, Instant now);

    @Query("""
            select task.elementInstanceKey from Task task
            where task.state = io.traject.tasks.TaskState.OPEN and task.elementInstanceKey > :after
            order by task.elementInstanceKey
            """)
    List<Long> openElementInstances(long after, Limit limit);

    /** In the same order for everybody, so that two who release do not wait for each other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    List<Task> findLockedByClaimedByAndStateOrderById(UUID user, TaskState state);

    /** Open ones that were not done in time and of which nobody noted it; passing by those that somebody else changes now. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @QueryHints(@QueryHint(name = "jakarta.persistence.lock.timeout", value = SKIP_LOCKED))
    @Query("""
            select task from Task task
            where task.state = io.traject.tasks.TaskState.OPEN and task.overdueAt is null and task.dueAt < :now
            order by task.dueAt
            """)
    List<Task> lockOverdue(Instant now, Limit limit);

    List<Task> findByElementInstanceKeyInAndState(List<Long> elementInstanceKeys, TaskState state);
}
