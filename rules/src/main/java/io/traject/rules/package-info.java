/** Named sets of rules, written in DRL and checked in with the code: facts go in, reasons come out. */
@NullMarked
package io.traject.rules;

import org.jspecify.annotations.NullMarked;
