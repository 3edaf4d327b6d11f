package io.traject.reexamination.intake;

import static io.traject.reexamination.intake.TestSheet.aSheet;
import static io.traject.reexamination.intake.TestSheet.aSheetNamed;
import static io.traject.reexamination.intake.TestSheet.aSheetOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.traject.kernel.Bsn;
import io.traject.kernel.EmailAddress;
import io.traject.kernel.Language;
import io.traject.kernel.Postcode;
import io.traject.reexamination.intake.CellError.Code;
import io.traject.reexamination.intake.SheetReading.Checked;
import io.traject.reexamination.intake.SheetReading.Unreadable;
import io.traject.sheets.FileError;
import io.traject.testing.SampleResidents;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResidentSheetTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @TempDir
    Path folder;

    @Test
    void shouldReadResidents() {
        Checked checked = check(aSheet().resident().resident().resident().resident());

        assertThat(checked.accepted()).isTrue();
        assertThat(checked.dataRows()).isEqualTo(4);
        assertThat(checked.rows().get(2))
                .isEqualTo(new ResidentRow(
                        4,
                        new Bsn(SampleResidents.bsns(3).get(2)),
                        "C.A.",
                        "van der",
                        "Visser",
                        LocalDate.of(1950, 1, 27),
                        "Burgemeester Proefplein",
                        "3",
                        null,
                        new Postcode("1002 AB"),
                        "Voorbeelddam",
                        new EmailAddress("inwoner3@example.org"),
                        "06 00000002",
                        CommunicationPreference.EMAIL,
                        "Participatiewet",
                        SampleResidents.FINAL_DATE));
        assertThat(checked.rows().get(3).email()).isNull();
    }

    @Test
    void shouldReadDateCellsAndNumbers() throws IOException {
        Checked checked = check(SampleResidents.writeTo(folder.resolve("sample.xlsx"), 25));

        assertThat(checked.errors()).isEmpty();
        assertThat(checked.rows())
                .hasSize(25)
                .allSatisfy(row -> assertThat(row.finalDate()).isEqualTo(SampleResidents.FINAL_DATE));
        assertThat(checked.rows().get(24).houseNumber()).isEqualTo("25");
    }

    @Test
    void shouldReadColumnsInAnyOrderWhateverTheCaseAndSpacesOfTheirNames() {
        List<String> shuffled = new ArrayList<>(SampleResidents.HEADERS);
        Collections.reverse(shuffled);
        Path file = aSheet().headers(shuffled).resident().writeTo(folder.resolve("a.xlsx"));
        TestSheet spaced = aSheet().resident();
        spaced.headers(SampleResidents.HEADERS.stream()
                .map(name -> " " + name.toLowerCase().replace('_', '\u00a0') + "\n")
                .toList());

        assertThat(check(file).rows()).hasSize(1);
        assertThat(check(spaced).rows()).hasSize(1);
    }

    @Test
    void shouldNameEveryColumnThatIsMissingUnknownOrThereTwice() {
        List<String> headers = new ArrayList<>(SampleResidents.HEADERS);
        headers.set(1, "VOORNAAM");
        headers.set(6, "HUISNR");
        headers.add("bsn");

        assertThat(refuse(aSheet().headers(headers).resident()))
                .extracting(FileError::code, FileError::arguments)
                .containsExactly(
                        tuple(FileError.Code.COLUMN_UNKNOWN, List.of("VOORNAAM", "B")),
                        tuple(FileError.Code.COLUMN_UNKNOWN, List.of("HUISNR", "G")),
                        tuple(FileError.Code.COLUMN_UNKNOWN, List.of("bsn", "P")),
                        tuple(FileError.Code.COLUMN_MISSING, List.of("VOORLETTERS")),
                        tuple(FileError.Code.COLUMN_MISSING, List.of("HUISNUMMER")));
    }

    @Test
    void shouldRefuseAFileWithoutResidents() {
        assertThat(refuse(aSheet())).extracting(FileError::code).containsExactly(FileError.Code.EMPTY);
        assertThat(refuse(aSheet().headers(List.of())))
                .extracting(FileError::code)
                .containsOnly(FileError.Code.COLUMN_MISSING);
        assertThat(refuse(aSheet().emptyRow().emptyRow()))
                .extracting(FileError::code)
                .containsExactly(FileError.Code.EMPTY);
    }

    @Test
    void shouldFindEveryErrorAtOnceByRowAndColumn() {
        Checked checked = check(aSheet().resident(Map.of("BSN", "123456789", "POSTCODE", "1234", "ACHTERNAAM", ""))
                .resident()
                .resident(Map.of("GEBOORTEDATUM", "31-02-2000", "COMM_VOORK", "FAX", "EMAIL", "niemand")));

        assertThat(checked.accepted()).isFalse();
        assertThat(checked.rows()).extracting(ResidentRow::row).containsExactly(3);
        assertThat(checked.errors())
                .extracting(CellError::cell, CellError::column, CellError::code, CellError::shown)
                .containsExactly(
                        tuple("A2", Column.BSN, Code.BSN_INVALID, "123456789"),
                        tuple("D2", Column.SURNAME, Code.REQUIRED, ""),
                        tuple("I2", Column.POSTCODE, Code.POSTCODE_INVALID, "1234"),
                        tuple("E4", Column.BIRTH_DATE, Code.DATE_INVALID, "31-02-2000"),
                        tuple("K4", Column.EMAIL, Code.EMAIL_INVALID, "niemand"),
                        tuple("M4", Column.PREFERENCE, Code.VALUE_UNKNOWN, "FAX"));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "VOORLETTERS, REQUIRED",
                "TUSSENVOEGSEL, -",
                "ACHTERNAAM, REQUIRED",
                "BSN, REQUIRED",
                "GEBOORTEDATUM, REQUIRED",
                "STRAAT, REQUIRED",
                "HUISNUMMER, REQUIRED",
                "TOEVOEGING, -",
                "POSTCODE, REQUIRED",
                "WOONPLAATS, REQUIRED",
                "EMAIL, REQUIRED",
                "TELEFOON, -",
                "COMM_VOORK, REQUIRED",
                "REGELING, REQUIRED",
                "UITERSTE_DATUM, REQUIRED"
            })
    void shouldRequireAllButTheColumnsThatMayBeEmpty(String header, Code code) {
        assertThat(codes(Map.of(header, "\u00a0 \t"))).isEqualTo(code == null ? List.of() : List.of(code));
    }

    @ParameterizedTest
    @CsvSource({"EMAIL, 1", "BEIDE, 1", "BRIEF, 0", "beide, 1", "brief, 0"})
    void shouldRequireAnAddressOnlyOfThoseWhoWantMail(String preference, int errors) {
        assertThat(codes(Map.of("COMM_VOORK", preference, "EMAIL", ""))).hasSize(errors);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "GEBOORTEDATUM, 1-2-1980, -",
                "GEBOORTEDATUM, 01-02-1980, -",
                "GEBOORTEDATUM, 29-02-1980, -",
                "GEBOORTEDATUM, 01-01-1900, -",
                "GEBOORTEDATUM, 21-11-2026, -",
                "GEBOORTEDATUM, 29-02-1981, DATE_INVALID",
                "GEBOORTEDATUM, 31-04-1980, DATE_INVALID",
                "GEBOORTEDATUM, 00-01-1980, DATE_INVALID",
                "GEBOORTEDATUM, 01-13-1980, DATE_INVALID",
                "GEBOORTEDATUM, 1-2-80, DATE_INVALID",
                "GEBOORTEDATUM, 01/02/1980, DATE_INVALID",
                "GEBOORTEDATUM, 1980-02-01, DATE_INVALID",
                "GEBOORTEDATUM, 1 februari 1980, DATE_INVALID",
                "GEBOORTEDATUM, 29252, DATE_INVALID",
                "GEBOORTEDATUM, 31-12-1899, DATE_RANGE",
                "GEBOORTEDATUM, 22-11-2026, DATE_RANGE",
                "UITERSTE_DATUM, 21-11-2026, -",
                "UITERSTE_DATUM, 31-12-9999, -",
                "UITERSTE_DATUM, 20-11-2026, DATE_RANGE",
                "HUISNUMMER, 1, -",
                "HUISNUMMER, 99999, -",
                "HUISNUMMER, 012, -",
                "HUISNUMMER, 0, VALUE_UNKNOWN",
                "HUISNUMMER, 100000, VALUE_UNKNOWN",
                "HUISNUMMER, 12A, VALUE_UNKNOWN",
                "HUISNUMMER, -12, VALUE_UNKNOWN",
                "TELEFOON, +31 (0)6-123 456 78, -",
                "TELEFOON, 612345678, -",
                "TELEFOON, geheim, VALUE_UNKNOWN",
                "POSTCODE, 1234ab, -",
                "POSTCODE, B-1000, POSTCODE_INVALID",
                "EMAIL, a@b@c.nl, EMAIL_INVALID",
                "BSN, 111222333, -",
                "BSN, 000000000, BSN_INVALID",
                "BSN, 1112223334, BSN_INVALID",
                "BSN, 1234567, BSN_INVALID",
                "COMM_VOORK, Email, -",
                "COMM_VOORK, MAIL, VALUE_UNKNOWN"
            })
    void shouldCheckTheFormOfValues(String header, String value, Code code) {
        assertThat(codes(Map.of(header, value))).isEqualTo(code == null ? List.of() : List.of(code));
    }

    @ParameterizedTest
    @CsvSource({
        "VOORLETTERS, 30",
        "TUSSENVOEGSEL, 30",
        "ACHTERNAAM, 100",
        "STRAAT, 100",
        "TOEVOEGING, 10",
        "WOONPLAATS, 100",
        "REGELING, 100"
    })
    void shouldBoundTheLengthOfTexts(String header, int longest) {
        assertThat(codes(Map.of(header, "é".repeat(longest)))).isEmpty();

        CellError error = check(aSheet().resident(Map.of(header, "é".repeat(longest + 1))))
                .errors()
                .getFirst();

        assertThat(error.code()).isEqualTo(Code.TOO_LONG);
        assertThat(error.arguments().getLast()).isEqualTo(Integer.toString(longest));
        assertThat(error.shown()).hasSizeLessThanOrEqualTo(60);
    }

    @Test
    void shouldBoundTheLengthOfAddressesAndPhoneNumbers() {
        assertThat(codes(Map.of("EMAIL", "a".repeat(250) + "@example.org", "TELEFOON", "0".repeat(26))))
                .containsExactly(Code.TOO_LONG, Code.TOO_LONG);
    }

    @Test
    void shouldRepairALostLeadingZeroAndSaySo() {
        Checked checked = check(aSheet().resident()
                .cell("BSN", cell -> cell.setCellValue(12345672))
                .resident(Map.of("BSN", "10000008")));

        assertThat(checked.errors()).isEmpty();
        assertThat(checked.rows()).extracting(row -> row.bsn().value()).containsExactly("012345672", "010000008");
        assertThat(checked.repairs())
                .extracting(Repair::cell, Repair::from, Repair::to)
                .containsExactly(tuple("A2", "12345672", "012345672"), tuple("A3", "10000008", "010000008"));
        assertThat(checked.preview().rows().getFirst().cells().getFirst().repair())
                .isNotNull();
    }

    @Test
    void shouldNotRepairANumberThatIsWrongAnyway() {
        Checked checked = check(aSheet().resident().cell("BSN", cell -> cell.setCellValue(12345678)));

        assertThat(checked.repairs()).isEmpty();
        assertThat(checked.errors()).extracting(CellError::code).containsExactly(Code.BSN_INVALID);
    }

    @Test
    void shouldNameTheRowThatHasTheBsnFirst() {
        Checked checked = check(aSheet().resident(Map.of("BSN", "012345672"))
                .resident()
                .resident(Map.of("BSN", "12345672", "REGELING", "Iets anders")));

        assertThat(checked.errors())
                .extracting(CellError::cell, CellError::code, CellError::arguments)
                .containsExactly(tuple("A4", Code.BSN_DUPLICATE, List.of("BSN", "12345672", "2")));
    }

    @Test
    void shouldRefuseResidentsWhoHaveAnOpenCaseOfTheSameScheme() throws IOException {
        String bsn = SampleResidents.bsns(2).get(1);
        Path file = aSheet().resident().resident(Map.of("WOONPLAATS", "")).writeTo(folder.resolve("open.xlsx"));
        CheckContext context = new CheckContext(
                TODAY,
                asked -> asked.stream()
                        .filter(pair ->
                                pair.bsn().value().equals(bsn) && pair.scheme().equals("Bijzondere bijstand"))
                        .collect(Collectors.toSet()));

        Checked checked = (Checked) ResidentSheet.read(file, context);

        assertThat(checked.errors())
                .extracting(CellError::cell, CellError::code, CellError::arguments)
                .containsExactly(
                        tuple("A3", Code.ALREADY_OPEN, List.of("BSN", bsn, "Bijzondere bijstand")),
                        tuple("J3", Code.REQUIRED, List.of("WOONPLAATS", "")));
    }

    @Test
    void shouldLookUpOpenCasesInLargePieces() throws IOException {
        Path file = SampleResidents.writeTo(folder.resolve("many.xlsx"), 5_001);
        List<Integer> asked = new ArrayList<>();
        AlreadyOpen none = (Collection<BsnAndScheme> pairs) -> {
            asked.add(pairs.size());
            return Set.of();
        };

        ResidentSheet.read(file, new CheckContext(TODAY, none));

        assertThat(asked).containsExactly(5_000, 1);
    }

    @Test
    void shouldReadDatesAsCellTextOrFormula() {
        TestSheet sheet = aSheet();
        Checked checked = check(sheet.resident()
                .cell("GEBOORTEDATUM", cell -> {
                    cell.setCellValue(LocalDate.of(1980, 12, 31));
                    cell.setCellStyle(sheet.format("d mmmm yyyy"));
                })
                .resident()
                .cell("GEBOORTEDATUM", cell -> {
                    cell.setCellFormula("DATE(1980,12,31)");
                    cell.setCellStyle(sheet.format("[$-413]dd/mm/yy;@"));
                    cell.setCellValue(29586);
                })
                .resident()
                .cell("GEBOORTEDATUM", cell -> {
                    cell.setCellFormula("TEXT(1,\"dd\")");
                    cell.setCellValue("31-12-1980");
                })
                .resident()
                .cell("GEBOORTEDATUM", cell -> {
                    cell.setCellValue(29586.75);
                    cell.setCellStyle(sheet.format("dd-mm-yyyy hh:mm"));
                }));

        assertThat(checked.errors()).isEmpty();
        assertThat(checked.rows()).extracting(ResidentRow::birthDate).containsOnly(LocalDate.of(1980, 12, 31));
    }

    @Test
    void shouldReadTheDatesOf1904() {
        TestSheet sheet = aSheet();
        sheet.workbook(workbook -> workbook.getCTWorkbook().addNewWorkbookPr().setDate1904(true));
        Checked checked = check(sheet.resident().cell("GEBOORTEDATUM", cell -> {
            cell.setCellValue(29586 - 1462);
            cell.setCellStyle(sheet.format("dd-mm-yyyy"));
        }));

        assertThat(checked.rows()).extracting(ResidentRow::birthDate).containsExactly(LocalDate.of(1980, 12, 31));
    }

    @Test
    void shouldNotTakeAPlainNumberForADate() {
        TestSheet sheet = aSheet();
        Checked checked = check(sheet.resident()
                .cell("GEBOORTEDATUM", cell -> cell.setCellValue(31121980))
                .resident()
                .cell("GEBOORTEDATUM", cell -> {
                    cell.setCellValue(29586);
                    cell.setCellStyle(sheet.format("0.00 \"dagen\""));
                })
                .resident()
                .cell("UITERSTE_DATUM", cell -> {
                    cell.setCellValue(31122099);
                    cell.setCellStyle(sheet.format("dd-mm-yyyy"));
                })
                .resident()
                .cell("UITERSTE_DATUM", cell -> {
                    cell.setCellValue(3e9);
                    cell.setCellStyle(sheet.format("dd-mm-yyyy"));
                }));

        assertThat(checked.errors())
                .extracting(CellError::cell, CellError::code, CellError::shown)
                .containsExactly(
                        tuple("E2", Code.DATE_INVALID, "31121980"),
                        tuple("E3", Code.DATE_INVALID, "29586"),
                        tuple("O4", Code.DATE_INVALID, "31122099"),
                        tuple("O5", Code.DATE_INVALID, "3000000000"));
    }

    @Test
    void shouldReadNumbersAsTheyAreTyped() {
        Checked checked = check(aSheet().resident()
                .cell("BSN", cell -> cell.setCellValue(123456782))
                .cell("HUISNUMMER", cell -> cell.setCellValue(12.0))
                .cell("TELEFOON", cell -> cell.setCellValue(612345678)));

        assertThat(checked.rows())
                .extracting(row -> row.bsn().value(), ResidentRow::houseNumber, ResidentRow::phone)
                .containsExactly(tuple("123456782", "12", "612345678"));
    }

    @Test
    void shouldReadFormulasByTheirValue() {
        Checked checked = check(aSheet().resident()
                .cell("BSN", cell -> {
                    cell.setCellFormula("100000000+23456782");
                    cell.setCellValue(123456782);
                })
                .cell("ACHTERNAAM", cell -> {
                    cell.setCellFormula("\"Jan\"&\"sen\"");
                    cell.setCellValue("Jansen");
                })
                .cell("TUSSENVOEGSEL", cell -> {
                    cell.setCellFormula("\"\"");
                    cell.setCellValue("");
                }));

        assertThat(checked.errors()).isEmpty();
        assertThat(checked.rows())
                .extracting(row -> row.bsn().value(), ResidentRow::surname, ResidentRow::infix)
                .containsExactly(tuple("123456782", "Jansen", null));
    }

    @Test
    void shouldRefuseErrorsTruthValuesAndFormulasWithoutAValue() {
        Checked checked = check(aSheet().resident()
                .cell("BSN", cell -> cell.setCellErrorValue(FormulaError.NA.getCode()))
                .cell("TUSSENVOEGSEL", cell -> {
                    cell.setCellFormula("VLOOKUP(A1,B:C,2)");
                    cell.setCellErrorValue(FormulaError.REF.getCode());
                })
                .cell("ACHTERNAAM", cell -> cell.setCellValue(true))
                .cell("GEBOORTEDATUM", cell -> cell.setCellValue(false))
                .cell("TOEVOEGING", cell -> cell.setCellFormula("B1&C1")));

        assertThat(checked.errors())
                .extracting(CellError::column, CellError::code, CellError::shown)
                .containsExactly(
                        tuple(Column.BSN, Code.BSN_INVALID, "#N/A"),
                        tuple(Column.INFIX, Code.VALUE_UNKNOWN, "#REF!"),
                        tuple(Column.SURNAME, Code.VALUE_UNKNOWN, "TRUE"),
                        tuple(Column.BIRTH_DATE, Code.DATE_INVALID, "FALSE"),
                        tuple(Column.ADDITION, Code.VALUE_UNKNOWN, "=B1&C1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=cmd|' /C calc'!A0",
                "<script>alert(1)</script>",
                "Robert'); DROP TABLE cases_case;--",
                "${jndi:ldap://x}",
                "محمد",
                "王小明",
                "O’Neill-Ångström",
                "👩‍🔬"
            })
    void shouldTakeAnyTextAsText(String surname) {
        assertThat(check(aSheet().resident(Map.of("ACHTERNAAM", surname))).rows())
                .extracting(ResidentRow::surname)
                .containsExactly(surname);
    }

    @Test
    void shouldTidyWhatNobodySees() {
        Checked checked = check(aSheet().resident(Map.of(
                "ACHTERNAAM", "\u00a0 de\n Vries\u202e\t",
                "STRAAT", "Cafe\u0301plein\ufeff",
                "BSN", " 123456782 ",
                "EMAIL", "\u200ba@example.org ")));

        assertThat(checked.rows())
                .extracting(
                        ResidentRow::surname,
                        ResidentRow::street,
                        row -> row.email().value())
                .containsExactly(tuple("de Vries", "Caféplein", "a@example.org"));
    }

    @Test
    void shouldKeepTheRowNumbersOfTheSpreadsheet() {
        Checked checked = check(aSheet().resident()
                .emptyRow()
                .emptyRow()
                .resident(Map.of("ACHTERNAAM", ""))
                .workbook(workbook -> {
                    workbook.getSheetAt(0).getRow(1).setZeroHeight(true);
                    workbook.getSheetAt(0).createRow(9).createCell(3).setCellValue("Visser");
                    workbook.getSheetAt(0).addMergedRegion(new CellRangeAddress(20, 21, 0, 3));
                }));

        assertThat(checked.rows()).extracting(ResidentRow::row).containsExactly(2);
        assertThat(checked.errors().getFirst().cell()).isEqualTo("D5");
        assertThat(checked.errors()).extracting(CellError::row).contains(10);
        assertThat(checked.dataRows()).isEqualTo(3);
    }

    @Test
    void shouldReadTheSheetThatIsNamedAsInTheTemplateOrElseTheFirstVisibleOne() {
        TestSheet named = aSheetNamed("Inwoners").resident();
        named.workbook(workbook -> {
            workbook.createSheet("Ander").createRow(0).createCell(0).setCellValue("x");
            workbook.setSheetOrder("Ander", 0);
        });
        TestSheet hidden = aSheet().resident();
        hidden.workbook(workbook -> {
            workbook.createSheet("Lijsten").createRow(0).createCell(0).setCellValue("x");
            workbook.setSheetOrder("Lijsten", 0);
            workbook.setActiveSheet(1);
            workbook.setSheetHidden(0, true);
        });

        assertThat(check(named).rows()).hasSize(1);
        assertThat(check(hidden).rows()).hasSize(1);
    }

    @Test
    void shouldReadWhatAnotherWriterMakes() throws IOException {
        Path file = folder.resolve("inline.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Blad1");
            for (int column = 0; column < 15; column++) {
                String header = SampleResidents.HEADERS.get(column);
                sheet.value(0, column, header);
                for (int row = 1; row <= 3; row++) {
                    sheet.inlineString(
                            row, column, SampleResidents.resident(row).get(header));
                }
            }
            sheet.value(2, 4, LocalDate.of(1980, 12, 31));
            sheet.style(2, 4).format("yyyy-MM-dd").set();
        }

        Checked checked = check(file);

        assertThat(checked.errors()).isEmpty();
        assertThat(checked.rows()).hasSize(3);
        assertThat(checked.rows().get(1).birthDate()).isEqualTo(LocalDate.of(1980, 12, 31));
    }

    @Test
    void shouldReadAFilledTemplate() throws IOException {
        Path template = folder.resolve("template.xlsx");
        Path filled = folder.resolve("filled.xlsx");
        try (OutputStream out = Files.newOutputStream(template)) {
            TemplateWorkbook.write(out, Language.NL);
        }
        assertThat(refuse(template)).extracting(FileError::code).containsExactly(FileError.Code.EMPTY);

        try (var workbook = new XSSFWorkbook(Files.newInputStream(template));
                OutputStream out = Files.newOutputStream(filled)) {
            var row = workbook.getSheet("Inwoners").createRow(1);
            for (int column = 0; column < 15; column++) {
                row.createCell(column)
                        .setCellValue(SampleResidents.resident(0).get(SampleResidents.HEADERS.get(column)));
            }
            workbook.write(out);
        }

        assertThat(check(filled).rows()).hasSize(1);
    }

    @Test
    void shouldShowTheFirstRowsAndEveryMarkedRow() {
        TestSheet sheet = aSheetOf(30).resident(Map.of("POSTCODE", "x")).resident();

        SheetPreview preview = check(sheet).preview();

        assertThat(preview.columns())
                .extracting(SheetPreview.Heading::letter, SheetPreview.Heading::header)
                .startsWith(tuple("A", "BSN"))
                .endsWith(tuple("O", "UITERSTE_DATUM"));
        assertThat(preview.rows()).hasSize(21);
        assertThat(preview.leftOut()).isZero();
        SheetPreview.Line marked = preview.rows().getLast();
        assertThat(marked.row()).isEqualTo(32);
        assertThat(marked.hasErrors()).isTrue();
        assertThat(marked.cells().get(8).text()).isEqualTo("x");
        assertThat(marked.cells().get(8).errors()).extracting(CellError::code).containsExactly(Code.POSTCODE_INVALID);
        assertThat(marked.cells().get(7).errors()).isEmpty();
    }

    @Test
    void shouldBoundThePreviewOfAFileFullOfErrors() {
        TestSheet sheet = aSheet();
        for (int row = 0; row < 510; row++) {
            sheet.resident(Map.of("WOONPLAATS", ""));
        }

        Checked checked = check(sheet);

        assertThat(checked.errors()).hasSize(510);
        assertThat(checked.preview().rows()).hasSize(500);
        assertThat(checked.preview().leftOut()).isEqualTo(10);
    }

    @Test
    void shouldSayNothingPersonalInText() {
        Checked checked = check(aSheet().resident().resident(Map.of("BSN", "87654321", "EMAIL", "geheim")));

        String texts = checked + " " + checked.rows() + checked.errors()
                + checked.preview().rows();

        assertThat(texts).doesNotContain(SampleResidents.bsns(2));
        assertThat(texts).doesNotContain("Voorbeelddam", "Jansen", "Kerkweg", "01 AB", "@example");
        assertThat(texts).doesNotContain("87654321", "geheim");
    }

    private List<Code> codes(Map<String, String> changes) {
        return check(aSheet().resident(changes)).errors().stream()
                .map(CellError::code)
                .toList();
    }

    private Checked check(TestSheet sheet) {
        return check(sheet.writeTo(folder.resolve("sheet.xlsx")));
    }

    private Checked check(Path file) {
        return (Checked) read(file);
    }

    private List<FileError> refuse(TestSheet sheet) {
        return refuse(sheet.writeTo(folder.resolve("sheet.xlsx")));
    }

    private List<FileError> refuse(Path file) {
        return ((Unreadable) read(file)).errors();
    }

    private SheetReading read(Path file) {
        try {
            return ResidentSheet.read(file, new CheckContext(TODAY, asked -> Set.of()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
