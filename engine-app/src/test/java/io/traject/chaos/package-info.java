/**
 * Kills everything that can be killed while it works, and counts afterwards: {@code mvn -Pchaos verify}. Prints tables; not
 * part of the usual tests.
 */
@NullMarked
package io.traject.chaos;

import org.jspecify.annotations.NullMarked;
