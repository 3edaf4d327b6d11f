/** From a spreadsheet of residents to checked rows, or to every error in it. Knows no database and no Spring. */
@NullMarked
package io.traject.reexamination.intake;

import org.jspecify.annotations.NullMarked;
