/**
 * Work that must be done later or again: db-scheduler, once in the cluster. Every Spring bean that is a db-scheduler task
 * is run by it; scheduling takes part in the caller's transaction.
 */
@NullMarked
package io.traject.workers.schedule;

import org.jspecify.annotations.NullMarked;
