/** The jobs of the processes {@code re-examination-batch} and {@code re-examination-case}. */
@NullMarked
package io.traject.reexamination.process;

import org.jspecify.annotations.NullMarked;
