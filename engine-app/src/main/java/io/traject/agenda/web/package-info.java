/** The agenda's pages. */
@NullMarked
package io.traject.agenda.web;

import org.jspecify.annotations.NullMarked;
