/** Time that passes: says when it is as many days after or before a date as a published trigger waits for (ADR 0219). */
@NullMarked
package io.traject.triggers.time;

import org.jspecify.annotations.NullMarked;
