/** PostgreSQL as a child process: unpacked, initialised, started, stopped. */
@NullMarked
package io.traject.platform.postgres;

import org.jspecify.annotations.NullMarked;
