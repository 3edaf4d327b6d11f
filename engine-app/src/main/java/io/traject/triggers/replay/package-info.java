/** What a draft would have done at the events of a period, compared with what is published (N1). Nothing is executed. */
@NullMarked
package io.traject.triggers.replay;

import org.jspecify.annotations.NullMarked;
