/** How triggers come about: written as drafts, checked, tested, published and retired, version by version. */
@NullMarked
package io.traject.triggers.editing;

import org.jspecify.annotations.NullMarked;
