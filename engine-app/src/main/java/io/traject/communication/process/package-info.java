/** Jobs of the processes that concern communication. */
@NullMarked
package io.traject.communication.process;

import org.jspecify.annotations.NullMarked;
