/** Runs a Camunda broker with its gateway as a child process, for the embedded platform and for tests. */
@NullMarked
package io.traject.broker;

import org.jspecify.annotations.NullMarked;
