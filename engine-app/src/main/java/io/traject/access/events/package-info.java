/** What happens to the security of an account: kept for its user to read, and told by mail. */
@NullMarked
package io.traject.access.events;

import org.jspecify.annotations.NullMarked;
