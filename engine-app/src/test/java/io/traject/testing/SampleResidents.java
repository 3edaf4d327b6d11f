package io.traject.testing;

import io.traject.kernel.Bsn;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * Residents that don't exist, the same at every run: of every five, three want mail, one a letter and one both. Written
 * with Apache POI, another program than the one that reads spreadsheets in Traject.
 */
public final class SampleResidents {

    public static final LocalDate FINAL_DATE = LocalDate.of(2099, 12, 31);

    public static final List<String> HEADERS = List.of(
            "BSN",
            "VOORLETTERS",
            "TUSSENVOEGSEL",
            "ACHTERNAAM",
            "GEBOORTEDATUM",
            "STRAAT",
            "HUISNUMMER",
            "TOEVOEGING",
            "POSTCODE",
            "WOONPLAATS",
            "EMAIL",
            "TELEFOON",
            "COMM_VOORK",
            "REGELING",
            "UITERSTE_DATUM");

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd-MM-uuuu");
    private static final List<String> SURNAMES = List.of(
            "Voorbeeld", "Jansen", "Visser", "Öztürk", "Boer", "El Amrani", "Groot", "Nguyễn", "Dijkstra", "Proef");
    private static final List<String> STREETS =
            List.of("Dorpsstraat", "Kerkweg", "Burgemeester Proefplein", "’t Voorbeeld", "Stationsstraat");

    private SampleResidents() {}

    /** Writes a valid {@code .xlsx} of the given number of residents, with date cells and house numbers as numbers. */
    public static Path writeTo(Path file, int count) throws IOException {
        return writeTo(file, count, FINAL_DATE);
    }

    public static Path writeTo(Path file, int count, LocalDate finalDate) throws IOException {
        List<String> bsns = bsns(count);
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(null, 100, false, true);
                OutputStream out = Files.newOutputStream(file)) {
            CellStyle date = workbook.createCellStyle();
            date.setDataFormat(workbook.createDataFormat().getFormat("dd-mm-yyyy"));
            Sheet sheet = workbook.createSheet("Inwoners");
            Row header = sheet.createRow(0);
            HEADERS.forEach(
                    name -> header.createCell(header.getPhysicalNumberOfCells()).setCellValue(name));
            for (int index = 0; index < count; index++) {
                Map<String, String> resident = resident(index, bsns.get(index), finalDate);
                Row row = sheet.createRow(index + 1);
                for (int column = 0; column < HEADERS.size(); column++) {
                    write(row, column, resident.get(HEADERS.get(column)), date);
                }
            }
            workbook.write(out);
        }
        return file;
    }

    /** The texts of one resident by column header; an empty text for an empty cell. */
    public static Map<String, String> resident(int index) {
        return resident(index, bsns(index + 1).get(index), FINAL_DATE);
    }

    /** Valid numbers from the end of the range, where nobody's is. */
    public static List<String> bsns(int count) {
        return IntStream.iterate(999_999_999, number -> number - 1)
                .mapToObj(Integer::toString)
                .filter(number -> Bsn.parse(number).isPresent())
                .limit(count)
                .toList();
    }

    private static Map<String, String> resident(int index, String bsn, LocalDate finalDate) {
        String preference = switch (index % 5) {
            case 3 -> "BRIEF";
            case 4 -> "BEIDE";
            default -> "EMAIL";
        };
        Map<String, String> resident = new LinkedHashMap<>();
        resident.put("BSN", bsn);
        resident.put("VOORLETTERS", (char) ('A' + index % 26) + "." + (char) ('A' + index / 26 % 26) + ".");
        resident.put("TUSSENVOEGSEL", index % 4 == 2 ? "van der" : "");
        resident.put("ACHTERNAAM", SURNAMES.get(index % SURNAMES.size()));
        resident.put(
                "GEBOORTEDATUM",
                LocalDate.of(1950, 1, 1).plusDays(index * 13L % 18_000).format(DATE));
        resident.put("STRAAT", STREETS.get(index % STREETS.size()));
        resident.put("HUISNUMMER", Integer.toString(1 + index % 250));
        resident.put("TOEVOEGING", index % 7 == 3 ? "A" : "");
        resident.put("POSTCODE", 1000 + index % 9000 + " AB");
        resident.put("WOONPLAATS", "Voorbeelddam");
        resident.put("EMAIL", preference.equals("BRIEF") ? "" : "inwoner" + (index + 1) + "@example.org");
        resident.put("TELEFOON", "06 %08d".formatted(index));
        resident.put("COMM_VOORK", preference);
        resident.put("REGELING", index % 2 == 0 ? "Participatiewet" : "Bijzondere bijstand");
        resident.put("UITERSTE_DATUM", finalDate.format(DATE));
        return resident;
    }

    private static void write(Row row, int column, String value, CellStyle date) {
        if (value.isEmpty()) {
            return;
        }
        Cell cell = row.createCell(column);
        switch (HEADERS.get(column)) {
            case "GEBOORTEDATUM", "UITERSTE_DATUM" -> {
                cell.setCellValue(LocalDate.parse(value, DATE));
                cell.setCellStyle(date);
            }
            case "HUISNUMMER" -> cell.setCellValue(Integer.parseInt(value));
            default -> cell.setCellValue(value);
        }
    }
}
