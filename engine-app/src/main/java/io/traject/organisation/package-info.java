/** Municipalities and providers, which own users, templates and cases, and the tree of what lies below each. */
@ApplicationModule(displayName = "Organisation")
@NullMarked
package io.traject.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
