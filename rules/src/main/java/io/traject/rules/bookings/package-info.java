/** Rules about when appointments may be. */
@NullMarked
package io.traject.rules.bookings;

import org.jspecify.annotations.NullMarked;
