/** Municipalities: the owners of users, templates and cases. */
@ApplicationModule(displayName = "Organisation")
@NullMarked
package io.traject.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
