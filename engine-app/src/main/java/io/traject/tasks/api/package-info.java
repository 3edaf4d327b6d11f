/** REST of human tasks. */
@NullMarked
package io.traject.tasks.api;

import org.jspecify.annotations.NullMarked;
