/** The organisation tree: what lies where, and what lies within whose reach. */
@NamedInterface("tree")
@NullMarked
package io.traject.organisation.tree;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
