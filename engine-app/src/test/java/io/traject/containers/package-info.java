/** The platform from containers: whether {@code docker-compose.yml} fits the code, and, where Docker is, whether it works. */
@NullMarked
package io.traject.containers;

import org.jspecify.annotations.NullMarked;
