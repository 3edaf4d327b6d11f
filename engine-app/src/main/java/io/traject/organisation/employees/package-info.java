/** Employees: who they are, where they work and as what, and who may find them. */
@NamedInterface("employees")
@NullMarked
package io.traject.organisation.employees;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
