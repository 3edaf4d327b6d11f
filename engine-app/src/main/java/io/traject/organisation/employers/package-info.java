/** Employers: from a draft with little more than a name, by a complete registration, to a place in the organisation (A13). */
@NamedInterface("employers")
@NullMarked
package io.traject.organisation.employers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
