package io.traject.organisation.imports;

import io.traject.sheets.SheetColumn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Builds spreadsheets of an organisation with Apache POI; every cell is text until it is changed. */
public final class TestWorkbook {

    private final XSSFWorkbook workbook = new XSSFWorkbook();

    private TestWorkbook() {}

    public static TestWorkbook aWorkbook() {
        return new TestWorkbook();
    }

    public TestWorkbook part(String employer, String kind, String above, String name, String code) {
        return row(SheetKind.PARTS, headers(PartColumn.values()), List.of(employer, kind, above, name, code));
    }

    /** @param cells headers and texts, in turn; initials and a last name unless they are among them */
    public TestWorkbook employee(String employer, String number, String... cells) {
        List<String> headers = headers(EmployeeColumn.values());
        String[] texts = new String[headers.size()];
        Arrays.fill(texts, "");
        texts[headers.indexOf("WERKGEVER")] = employer;
        texts[headers.indexOf("PERSONEELSNUMMER")] = number;
        texts[headers.indexOf("VOORLETTERS")] = "A.B.";
        texts[headers.indexOf("ACHTERNAAM")] = "Voorbeeld";
        for (int i = 0; i < cells.length; i += 2) {
            texts[headers.indexOf(cells[i])] = cells[i + 1];
        }
        return row(SheetKind.EMPLOYEES, headers, List.of(texts));
    }

    /** Of a sheet with only these columns. */
    public TestWorkbook sheet(String name, List<String> headers, List<List<String>> rows) {
        Sheet sheet = workbook.createSheet(name);
        fill(sheet.createRow(0), headers);
        rows.forEach(row -> fill(sheet.createRow(sheet.getLastRowNum() + 1), row));
        return this;
    }

    public TestWorkbook change(Consumer<XSSFWorkbook> change) {
        change.accept(workbook);
        return this;
    }

    private TestWorkbook row(SheetKind kind, List<String> headers, List<String> texts) {
        Sheet sheet = workbook.getSheet(kind.title());
        if (sheet == null) {
            sheet = workbook.createSheet(kind.title());
            fill(sheet.createRow(0), headers);
        }
        fill(sheet.createRow(sheet.getLastRowNum() + 1), texts);
        return this;
    }

    private static void fill(Row row, List<String> texts) {
        for (int i = 0; i < texts.size(); i++) {
            if (!texts.get(i).isEmpty()) {
                row.createCell(i).setCellValue(texts.get(i));
            }
        }
    }

    private static List<String> headers(Object[] columns) {
        return Arrays.stream(columns)
                .map(column -> ((SheetColumn) column).header())
                .toList();
    }

    public byte[] bytes() {
        var out = new ByteArrayOutputStream();
        try (workbook) {
            workbook.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A valid BSN for each number from 0 to 10 million. */
    public static String bsn(int index) {
        String digits = "%08d".formatted(10_000_000 + index * 7);
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += (digits.charAt(i) - '0') * (9 - i);
        }
        return sum % 11 == 10 ? bsn(index + 1_500_000) : digits + sum % 11;
    }
}
