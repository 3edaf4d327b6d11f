/** The jobs of the process {@code employer-registration}. */
@NullMarked
package io.traject.registration.process;

import org.jspecify.annotations.NullMarked;
