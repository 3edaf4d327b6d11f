/** People who sign in. */
@NullMarked
package io.traject.access.users;

import org.jspecify.annotations.NullMarked;
