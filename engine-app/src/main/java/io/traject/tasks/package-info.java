/** Human tasks and the task list. */
@ApplicationModule(displayName = "Tasks")
@NullMarked
package io.traject.tasks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
