/** The engine behind one small interface: commands through a queue, job handlers, deployment. */
@NullMarked
package io.traject.workers.engine;

import org.jspecify.annotations.NullMarked;
