/** Employees over REST. */
@NullMarked
package io.traject.organisation.employees.api;

import org.jspecify.annotations.NullMarked;
