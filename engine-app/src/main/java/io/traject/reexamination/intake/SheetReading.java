package io.traject.reexamination.intake;

import io.traject.sheets.FileError;
import java.util.List;

/** What became of a file of residents. */
public sealed interface SheetReading {

    /** The file could not be read as a sheet of residents; every missing or unknown column is an error of its own. */
    record Unreadable(List<FileError> errors) implements SheetReading {

        public Unreadable {
            errors = List.copyOf(errors);
        }
    }

    /**
     * The file was read to its end.
     *
     * @param rows the rows without errors
     * @param errors all of them, by row and then in the template's order of columns
     * @param dataRows how many rows hold a resident, right or wrong
     */
    record Checked(
            List<ResidentRow> rows, List<CellError> errors, List<Repair> repairs, int dataRows, SheetPreview preview)
            implements SheetReading {

        public Checked {
            rows = List.copyOf(rows);
            errors = List.copyOf(errors);
            repairs = List.copyOf(repairs);
        }

        public boolean accepted() {
            return errors.isEmpty();
        }

        @Override
        public String toString() {
            return "Checked[dataRows=" + dataRows + ", errors=" + errors.size() + ", repairs=" + repairs.size() + ']';
        }
    }
}
