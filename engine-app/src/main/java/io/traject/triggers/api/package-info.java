/** Triggers for programs. */
@NullMarked
package io.traject.triggers.api;

import org.jspecify.annotations.NullMarked;
