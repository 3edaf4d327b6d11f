package io.traject.web;

import io.traject.kernel.Language;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.http.MediaType;

/** A table as a file for spreadsheet programs. Text stays text there: what begins like a formula is none. */
public enum TableFile {
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
        @Override
        public void write(OutputStream out, Language language, String title, Table table) throws IOException {
            Workbook workbook = new Workbook(out, "Traject", "1.0");
            Worksheet sheet = workbook.newWorksheet(title);
            int columns = table.headers().size();
            for (int column = 0; column < columns; column++) {
                sheet.inlineString(0, column, table.headers().get(column));
                sheet.style(0, column).bold().set();
                sheet.width(column, COLUMN_WIDTH);
            }
            sheet.freezePane(0, 1);
            table.rows().forEachOrdered(new RowWriter(sheet)::write);
            workbook.finish();
        }
    },
    CSV("text/csv;charset=UTF-8") {
        @Override
        public void write(OutputStream out, Language language, String title, Table table) throws IOException {
            // By the mark Excel knows that it is UTF-8; it expects the list separator of the reader's country.
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            writer.write('\ufeff');
            String separator = language == Language.NL ? ";" : ",";
            Stream<List<?>> lines = Stream.concat(Stream.of(table.headers()), table.rows());
            for (var line = lines.iterator(); line.hasNext(); ) {
                writer.write(line.next().stream().map(TableFile::quoted).collect(Collectors.joining(separator)));
                writer.write("\r\n");
            }
            writer.flush();
        }
    };

    private static final int COLUMN_WIDTH = 22;

    /** With these a cell of a CSV file begins that spreadsheet programs would calculate. */
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r\\n\uff1d\uff0b\uff0d\uff20]");

    private final MediaType mediaType;

    TableFile(String mediaType) {
        this.mediaType = MediaType.parseMediaType(mediaType);
    }

    /**
     * What is to be written.
     *
     * @param rows each with as many cells as there are headers; a cell is a {@link String} or a {@link LocalDate}
     */
    public record Table(List<String> headers, Stream<List<?>> rows) {}

    /**
     * Writes the table and leaves the stream open.
     *
     * @param title of the sheet, at most 31 characters
     */
    public abstract void write(OutputStream out, Language language, String title, Table table) throws IOException;

    public MediaType mediaType() {
        return mediaType;
    }

    /** As in a file's name: {@code xlsx}. */
    public String suffix() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** An apostrophe before it keeps a program from calculating a text. */
    private static String quoted(Object cell) {
        String text = cell.toString();
        String harmless = FORMULA.matcher(text).find() ? "'" + text : text;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }

    private static final class RowWriter {

        private static final int FLUSH_AFTER = 1_000;

        private final Worksheet sheet;
        private int row;

        RowWriter(Worksheet sheet) {
            this.sheet = sheet;
        }

        void write(List<?> cells) {
            row++;
            for (int column = 0; column < cells.size(); column++) {
                if (cells.get(column) instanceof LocalDate day) {
                    sheet.value(row, column, day);
                    sheet.style(row, column).format("yyyy-mm-dd").set();
                } else {
                    sheet.inlineString(row, column, cells.get(column).toString());
                }
            }
            if (row % FLUSH_AFTER == 0) {
                flush();
            }
        }

        private void flush() {
            try {
                sheet.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
