/** Employers over REST. */
@NullMarked
package io.traject.registration.api;

import org.jspecify.annotations.NullMarked;
