/** Reads what the progress exporter projected: where a process instance stands and what comes next. */
@NullMarked
package io.traject.workers.progress;

import org.jspecify.annotations.NullMarked;
