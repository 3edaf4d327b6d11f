/** Values and ports that every room uses: identifiers, the two clocks, refusals, languages, checked personal values. */
@ApplicationModule(displayName = "Kernel", type = ApplicationModule.Type.OPEN)
@NullMarked
package io.traject.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
