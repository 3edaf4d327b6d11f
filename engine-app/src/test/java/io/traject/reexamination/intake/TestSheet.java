package io.traject.reexamination.intake;

import io.traject.testing.SampleResidents;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Builds spreadsheets of residents with Apache POI; every cell is text until it is changed. */
final class TestSheet {

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final List<String> headers = new ArrayList<>(SampleResidents.HEADERS);
    private final Sheet sheet;
    private int residents;

    private TestSheet(String name) {
        sheet = workbook.createSheet(name);
    }

    static TestSheet aSheet() {
        return new TestSheet("Blad1");
    }

    static TestSheet aSheetNamed(String name) {
        return new TestSheet(name);
    }

    static TestSheet aSheetOf(int residents) {
        TestSheet sheet = aSheet();
        for (int index = 0; index < residents; index++) {
            sheet.resident();
        }
        return sheet;
    }

    TestSheet headers(List<String> names) {
        headers.clear();
        headers.addAll(names);
        return this;
    }

    /** Adds the next sample resident below the last row. */
    TestSheet resident() {
        return resident(Map.of());
    }

    /** Adds the next sample resident, with other texts in some columns. */
    TestSheet resident(Map<String, String> changes) {
        Map<String, String> resident = SampleResidents.resident(residents++);
        resident.putAll(changes);
        Row row = sheet.createRow(Math.max(sheet.getLastRowNum(), 0) + 1);
        for (int column = 0; column < headers.size(); column++) {
            String value = resident.getOrDefault(headers.get(column), "");
            if (!value.isEmpty()) {
                row.createCell(column).setCellValue(value);
            }
        }
        return this;
    }

    TestSheet emptyRow() {
        sheet.createRow(sheet.getLastRowNum() + 1).createCell(0).setBlank();
        return this;
    }

    /** Changes a cell of the last row. */
    TestSheet cell(String header, Consumer<Cell> change) {
        Row row = sheet.getRow(sheet.getLastRowNum());
        change.accept(row.createCell(headers.indexOf(header)));
        return this;
    }

    TestSheet workbook(Consumer<XSSFWorkbook> change) {
        change.accept(workbook);
        return this;
    }

    CellStyle format(String code) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(code));
        return style;
    }

    Path writeTo(Path file) {
        Row header = sheet.createRow(0);
        headers.forEach(
                name -> header.createCell(Math.max(header.getLastCellNum(), 0)).setCellValue(name));
        try (workbook;
                OutputStream out = Files.newOutputStream(file)) {
            workbook.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
