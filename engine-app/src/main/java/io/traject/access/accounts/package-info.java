/** API accounts of other systems, their one-time codes and access tokens. */
@NullMarked
package io.traject.access.accounts;

import org.jspecify.annotations.NullMarked;
