/** What an organisation, or each of its employers, can set of how the product works (A49). */
@NamedInterface("parameters")
@NullMarked
package io.traject.organisation.parameters;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
