/** Templates, and the rendering of mails and letters; what was sent to whom. */
@ApplicationModule(displayName = "Communication")
@NullMarked
package io.traject.communication;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
