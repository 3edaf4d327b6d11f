/** Users and API account of the demo municipality. */
@NullMarked
package io.traject.access.demo;

import org.jspecify.annotations.NullMarked;
