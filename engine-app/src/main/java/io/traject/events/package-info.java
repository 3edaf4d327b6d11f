/** The domain-event log: what happened, in order, to cases, batches, employers and whatever else has a history. */
@ApplicationModule(displayName = "Events")
@NullMarked
package io.traject.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
