/** A Camunda exporter that projects the progress of processes into PostgreSQL, schema {@code progress}. */
@NullMarked
package io.traject.progress;

import org.jspecify.annotations.NullMarked;
