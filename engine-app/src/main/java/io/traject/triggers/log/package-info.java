/** The log of triggers: what fired at which event and what came of it, and why something else did not fire. */
@NullMarked
package io.traject.triggers.log;

import org.jspecify.annotations.NullMarked;
