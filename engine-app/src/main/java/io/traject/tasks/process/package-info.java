/** Where the engine opens and withdraws human tasks. */
@NullMarked
package io.traject.tasks.process;

import org.jspecify.annotations.NullMarked;
