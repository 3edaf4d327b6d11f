package io.traject.tasks;

/** How many tasks are open, in all and claimed by the one who asks; and how many of those are overdue. */
public record TaskCounts(long open, long overdue, long mine, long mineOverdue) {}
