/** The contact persons of employers and establishments. */
@NamedInterface("contacts")
@NullMarked
package io.traject.organisation.contacts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
