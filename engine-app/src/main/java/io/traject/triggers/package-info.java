/** Triggers: rules that functional administrators write, test, replay and publish, and what comes of them (A11). */
@ApplicationModule(displayName = "Triggers")
@NullMarked
package io.traject.triggers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
