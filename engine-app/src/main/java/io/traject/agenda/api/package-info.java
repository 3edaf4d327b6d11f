/** The agenda over REST. */
@NullMarked
package io.traject.agenda.api;

import org.jspecify.annotations.NullMarked;
