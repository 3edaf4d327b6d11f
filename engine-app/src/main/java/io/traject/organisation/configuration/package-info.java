/** What each organisation wants to know of its employers, and what its widgets show. */
@NamedInterface("configuration")
@NullMarked
package io.traject.organisation.configuration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
