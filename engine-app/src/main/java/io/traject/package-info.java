/** The Traject application; each sub-package is a room with borders that a test verifies. */
@NullMarked
package io.traject;

import org.jspecify.annotations.NullMarked;
