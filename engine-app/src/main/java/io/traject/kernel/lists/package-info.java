/** Reading large tables a portion at a time, in an order, at the same cost wherever the portion lies. */
@NullMarked
package io.traject.kernel.lists;

import org.jspecify.annotations.NullMarked;
