/** Users, sign-in, API accounts and tokens, and the one place that says who may do what. */
@ApplicationModule(displayName = "Access")
@NullMarked
package io.traject.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
