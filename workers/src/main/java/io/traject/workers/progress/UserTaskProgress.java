package io.traject.workers.progress;

/**
 * A human task as the engine sees it.
 *
 * @param userTaskKey by which the engine is told of its completion
 * @param elementInstanceKey by which the task list knows it
 * @param ended completed or cancelled
 */
public record UserTaskProgress(long userTaskKey, long elementInstanceKey, boolean ended) {}
