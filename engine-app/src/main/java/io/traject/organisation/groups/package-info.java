/** Named sets of employers of an organisation. */
@NamedInterface("groups")
@NullMarked
package io.traject.organisation.groups;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
