/** The clock of a rehearsal for programs. */
@NullMarked
package io.traject.platform.rehearsal.api;

import org.jspecify.annotations.NullMarked;
