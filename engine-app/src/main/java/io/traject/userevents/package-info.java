/** What happens to users, in the log of events: the room of users knows no log, since the log knows who acts. */
@ApplicationModule(displayName = "User events")
@NullMarked
package io.traject.userevents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
