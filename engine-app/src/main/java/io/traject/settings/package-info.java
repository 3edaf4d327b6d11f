/** Login notices, action links and their arrangement, and the set-up check. */
@ApplicationModule(displayName = "Settings")
@NullMarked
package io.traject.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
