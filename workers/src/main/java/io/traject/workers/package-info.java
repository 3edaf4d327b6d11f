/** What reaches the outside world: the engine client with its command queue, and the delivery of mail. */
@ApplicationModule(displayName = "Workers", type = ApplicationModule.Type.OPEN)
@NullMarked
package io.traject.workers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
