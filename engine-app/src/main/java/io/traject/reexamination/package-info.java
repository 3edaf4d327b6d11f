/** Batches of residents: spreadsheet, checks, cases, dispatch. */
@ApplicationModule(displayName = "Re-examination")
@NullMarked
package io.traject.reexamination;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
