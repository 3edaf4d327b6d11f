/** Cases of every type, their files, and the domain-event log. */
@ApplicationModule(displayName = "Cases")
@NullMarked
package io.traject.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
