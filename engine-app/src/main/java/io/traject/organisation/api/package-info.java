/** REST of the organisation. */
@NullMarked
package io.traject.organisation.api;

import org.jspecify.annotations.NullMarked;
