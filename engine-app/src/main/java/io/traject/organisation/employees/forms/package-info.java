/** Employees and employments as they are typed on pages or sent over REST, and what is wrong with them. */
@NullMarked
package io.traject.organisation.employees.forms;

import org.jspecify.annotations.NullMarked;
