/** What people may do and where: roles, which are sets of permissions, and groups, which are parts of an organisation. */
@NullMarked
package io.traject.access.rights;

import org.jspecify.annotations.NullMarked;
