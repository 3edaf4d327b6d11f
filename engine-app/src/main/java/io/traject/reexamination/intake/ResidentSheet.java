package io.traject.reexamination.intake;

import io.traject.kernel.Bsn;
import io.traject.reexamination.intake.CellError.Code;
import io.traject.reexamination.intake.SheetReading.Checked;
import io.traject.reexamination.intake.SheetReading.Unreadable;
import io.traject.sheets.CellValue;
import io.traject.sheets.FileError;
import io.traject.sheets.Layout;
import io.traject.sheets.SheetRows;
import io.traject.sheets.UnreadableException;
import io.traject.sheets.Workbook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads a spreadsheet of residents and finds every error in it at once (feature C3). */
public final class ResidentSheet {

    public static final int MAX_ROWS = 50_000;
    /** How many residents are looked up together. */
    public static final int LOOKUP_SIZE = 5_000;

    private static final Column[] COLUMNS = Column.values();

    private final CheckContext context;
    private final Layout<Column> layout;
    private final PreviewBuilder preview;
    private final Map<Bsn, Integer> firstRowOf = new HashMap<>();
    private final List<RowCheck> chunk = new ArrayList<>();
    private final List<ResidentRow> rows = new ArrayList<>();
    private final List<CellError> errors = new ArrayList<>();
    private final List<Repair> repairs = new ArrayList<>();
    private int dataRows;

    private ResidentSheet(CheckContext context, Layout<Column> layout) {
        this.context = context;
        this.layout = layout;
        this.preview = new PreviewBuilder(layout.columns().stream()
                .map(column -> new SheetPreview.Heading(layout.letter(column), column))
                .toList());
    }

    /**
     * @param file as uploaded; its name says nothing
     * @throws IOException when the file can't be read from disk; a bad file is an answer, not an exception
     */
    public static SheetReading read(Path file, CheckContext context) throws IOException {
        try (Workbook workbook = Workbook.open(file);
                SheetRows sheet = workbook.rows(TemplateWorkbook.SHEET)) {
            return read(sheet, context);
        } catch (UnreadableException unreadable) {
            return new Unreadable(List.of(unreadable.error()));
        }
    }

    private static SheetReading read(SheetRows sheet, CheckContext context) throws UnreadableException {
        if (!sheet.next()) {
            return unreadable(FileError.Code.EMPTY);
        }
        List<String> headers = IntStream.range(0, sheet.number() == 1 ? sheet.width() : 0)
                .mapToObj(column -> sheet.value(column).shown())
                .toList();
        Layout<Column> layout = new Layout<>(Column.class, headers);
        if (!layout.errors().isEmpty()) {
            return new Unreadable(layout.errors());
        }
        sheet.limitTo(headers.size());
        return new ResidentSheet(context, layout).read(sheet);
    }

    private SheetReading read(SheetRows sheet) throws UnreadableException {
        while (sheet.next()) {
            CellValue[] values = values(sheet);
            if (values == null) {
                continue;
            }
            if (++dataRows > MAX_ROWS) {
                return unreadable(FileError.Code.TOO_MANY_ROWS, Integer.toString(MAX_ROWS));
            }
            RowCheck check = RowCheck.of(sheet.number(), values, layout, context.today());
            check.checkedBsn().ifPresent(bsn -> refuseDuplicate(check, bsn));
            chunk.add(check);
            if (chunk.size() == LOOKUP_SIZE) {
                finishChunk();
            }
        }
        finishChunk();
        return dataRows == 0
                ? unreadable(FileError.Code.EMPTY)
                : new Checked(rows, errors, repairs, dataRows, preview.build());
    }

    /** @return one value for each column; null for a row in which all of them are empty */
    private CellValue @Nullable [] values(SheetRows sheet) {
        CellValue[] values = new CellValue[COLUMNS.length];
        boolean blank = true;
        for (Column column : COLUMNS) {
            CellValue value = layout.value(column, sheet);
            values[column.ordinal()] = value;
            blank &= value.isBlank();
        }
        return blank ? null : values;
    }

    private void refuseDuplicate(RowCheck check, Bsn bsn) {
        Integer first = firstRowOf.putIfAbsent(bsn, check.row());
        if (first != null) {
            check.error(Column.BSN, Code.BSN_DUPLICATE, first.toString());
        }
    }

    private void finishChunk() {
        Set<BsnAndScheme> asked = new LinkedHashSet<>();
        chunk.forEach(check -> check.bsnAndScheme().ifPresent(asked::add));
        Set<BsnAndScheme> open =
                asked.isEmpty() ? Set.of() : context.alreadyOpen().openOf(asked);
        for (RowCheck check : chunk) {
            check.bsnAndScheme()
                    .filter(open::contains)
                    .ifPresent(pair -> check.error(Column.BSN, Code.ALREADY_OPEN, pair.scheme()));
            check.resident().ifPresent(rows::add);
            check.repair().ifPresent(repairs::add);
            errors.addAll(check.errors());
            preview.add(check);
        }
        chunk.clear();
    }

    private static Unreadable unreadable(FileError.Code code, String... arguments) {
        return new Unreadable(List.of(FileError.of(code, arguments)));
    }
}
