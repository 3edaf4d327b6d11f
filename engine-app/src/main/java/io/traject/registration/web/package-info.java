/** The pages on which employers are drafted, registered and published. */
@NullMarked
package io.traject.registration.web;

import org.jspecify.annotations.NullMarked;
