/** The movable clock of a rehearsal: its offset in PostgreSQL, and what makes this application and the engine follow it. */
@NullMarked
package io.traject.workers.rehearsal;

import org.jspecify.annotations.NullMarked;
