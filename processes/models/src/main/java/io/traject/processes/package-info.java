/** The BPMN models, and the names by which Java knows what is in them. */
@NullMarked
package io.traject.processes;

import org.jspecify.annotations.NullMarked;
