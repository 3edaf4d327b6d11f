/** REST of cases and of the processes that run them. */
@NullMarked
package io.traject.cases.api;

import org.jspecify.annotations.NullMarked;
