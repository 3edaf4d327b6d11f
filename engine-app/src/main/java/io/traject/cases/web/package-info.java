/** The pages of cases: the list, the case itself, and what may be done with it. */
@NullMarked
package io.traject.cases.web;

import org.jspecify.annotations.NullMarked;
