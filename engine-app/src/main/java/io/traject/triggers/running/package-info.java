/** What runs of triggers: events are evaluated against what is published, and what follows is done once. */
@NullMarked
package io.traject.triggers.running;

import org.jspecify.annotations.NullMarked;
