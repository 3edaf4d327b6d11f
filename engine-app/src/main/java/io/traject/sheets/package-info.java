/** Spreadsheets that people upload, read with limits, and the templates that they fill in. */
@ApplicationModule(displayName = "Sheets")
@NullMarked
package io.traject.sheets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
