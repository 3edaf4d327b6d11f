/** The frame, the dashboard, the errors and the language of the pages. */
@NullMarked
package io.traject.web.pages;

import org.jspecify.annotations.NullMarked;
