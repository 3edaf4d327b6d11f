/** An organisation from a spreadsheet: checked, shown before anything happens, and then carried out row by row. */
@NullMarked
package io.traject.organisation.imports;

import org.jspecify.annotations.NullMarked;
