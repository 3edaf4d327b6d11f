/** The embedded PostgreSQL, Camunda and mail catcher; readiness; demo data. */
@ApplicationModule(displayName = "Platform")
@NullMarked
package io.traject.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
