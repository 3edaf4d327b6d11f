package io.traject.tasks;

import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** All human tasks. */
interface Tasks extends JpaRepository<Task, UUID> {

    boolean existsByElementInstanceKey(long elementInstanceKey);

    List<Task> findByCaseIdOrderByCreatedAt(UUID caseId);

    List<Task> findByCaseIdAndState(UUID caseId, TaskState state);

    @Query("""
            select task from Task task
            where task.organisationId = :organisation and task.state = io.traject.tasks.TaskState.OPEN
            """)
    Page<Task> open(UUID organisation, Pageable page);

    @Query("""
            select task from Task task
            where task.organisationId = :organisation and task.state = io.traject.tasks.TaskState.OPEN
                and task.claimedBy = :user
            """)
    Page<Task> openOf(UUID organisation, UUID user, Pageable page);

    @Query("""
            select task.elementInstanceKey from Task task
            where task.state = io.traject.tasks.TaskState.OPEN and task.elementInstanceKey > :after
            order by task.elementInstanceKey
            """)
    List<Long> openElementInstances(long after, Limit limit);

    List<Task> findByElementInstanceKeyInAndState(List<Long> elementInstanceKeys, TaskState state);
}
