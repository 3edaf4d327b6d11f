/** Cases of every type and their files. */
@ApplicationModule(displayName = "Cases")
@NullMarked
package io.traject.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
