/** The engine by way of the Zeebe client. */
@NullMarked
package io.traject.workers.engine.zeebe;

import org.jspecify.annotations.NullMarked;
