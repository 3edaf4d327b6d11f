/** The registration of employers as a process: its tasks, its reminders, the mail that welcomes, its pages and its REST calls. */
@ApplicationModule(displayName = "Registration")
@NullMarked
package io.traject.registration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
