/** Operate and the store that it reads, as children that nothing else needs. */
@NullMarked
package io.traject.platform.operate;

import org.jspecify.annotations.NullMarked;
