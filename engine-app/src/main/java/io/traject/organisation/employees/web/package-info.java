/** The pages of employees. */
@NullMarked
package io.traject.organisation.employees.web;

import org.jspecify.annotations.NullMarked;
