/** Tells the operator whether everything is all right, and mends what can be mended by trying again. */
@NullMarked
package io.traject.platform.operations;

import org.jspecify.annotations.NullMarked;
