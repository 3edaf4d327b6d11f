/** REST of re-examination batches. */
@NullMarked
package io.traject.reexamination.api;

import org.jspecify.annotations.NullMarked;
