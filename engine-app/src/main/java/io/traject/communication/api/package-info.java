/** REST for what was sent. */
@NullMarked
package io.traject.communication.api;

import org.jspecify.annotations.NullMarked;
