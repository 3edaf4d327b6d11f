/** Rules about employers. */
@NullMarked
package io.traject.rules.employers;

import org.jspecify.annotations.NullMarked;
