package io.traject.tasks;

import java.util.UUID;

/** Things of one kind that tasks are about; the room that has them declares a bean. */
public interface TaskSubjects {

    TaskSubject.Kind kind();

    /** Whether this task must be opened. What it is about stays as it is until the transaction ends. */
    TaskSubject.Need need(String taskType, UUID id);
}
