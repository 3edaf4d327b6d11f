/** What must be stored and read back, and nobody may read in the database. */
@NullMarked
package io.traject.workers.secrets;

import org.jspecify.annotations.NullMarked;
