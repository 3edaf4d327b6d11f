/** A rehearsal: business time moves, in the application and the engine together, through everything that falls due. */
@NullMarked
package io.traject.platform.rehearsal;

import org.jspecify.annotations.NullMarked;
