/** The store that Operate needs, as a process of its own. */
@NullMarked
package io.traject.operate;

import org.jspecify.annotations.NullMarked;
