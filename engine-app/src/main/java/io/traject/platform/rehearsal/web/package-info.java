/** The clock of a rehearsal on the pages. */
@NullMarked
package io.traject.platform.rehearsal.web;

import org.jspecify.annotations.NullMarked;
