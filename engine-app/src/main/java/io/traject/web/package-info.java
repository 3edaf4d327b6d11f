/** The frame of the pages and the manners of REST, shared by every room. */
@ApplicationModule(displayName = "Web", type = ApplicationModule.Type.OPEN)
@NullMarked
package io.traject.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
