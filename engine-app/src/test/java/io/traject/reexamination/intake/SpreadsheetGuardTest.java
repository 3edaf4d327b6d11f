package io.traject.reexamination.intake;

import static io.traject.reexamination.intake.TestSheet.aSheetOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.traject.reexamination.intake.SheetReading.Checked;
import io.traject.reexamination.intake.SheetReading.Unreadable;
import io.traject.sheets.FileError;
import io.traject.sheets.FileError.Code;
import io.traject.sheets.Workbook;
import io.traject.testing.SampleResidents;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are not what they seem. Each is refused in seconds; the time limit allows for a busy machine. */
@Timeout(60)
class SpreadsheetGuardTest {

    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String SHEET_START =
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>";
    private static final String SHEET_END = "</sheetData></worksheet>";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "P",
                "PK\3\4",
                "BSN;VOORLETTERS\r\n123456782;A.",
                "%PDF-1.7\n",
                "<html><table></table></html>"
            })
    void shouldRefuseARenamedFile(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("renamed.xlsx"), content);

        assertThat(codeOf(file)).isEqualTo(Code.NOT_XLSX);
    }

    @Test
    void shouldRefuseARenamedDocument() throws IOException {
        Path file = folder.resolve("letter.xlsx");
        try (XWPFDocument document = new XWPFDocument();
                OutputStream out = Files.newOutputStream(file)) {
            document.createParagraph().createRun().setText("Geachte heer, mevrouw");
            document.write(out);
        }

        assertThat(codeOf(file)).isEqualTo(Code.NOT_XLSX);
    }

    @Test
    void shouldRefuseAnOldSpreadsheet() throws IOException {
        Path file = folder.resolve("old.xlsx");
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            workbook.createSheet().createRow(0).createCell(0).setCellValue("BSN");
            workbook.write(out);
        }

        assertThat(codeOf(file)).isEqualTo(Code.NOT_XLSX);
    }

    @Test
    void shouldRefuseASpreadsheetWithMacros() throws IOException {
        String types = part(good(), "[Content_Types].xml")
                .replace(
                        "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main",
                        "vnd.ms-excel.sheet.macroEnabled.main");

        assertThat(codeOf(with("[Content_Types].xml", types))).isEqualTo(Code.NOT_XLSX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"agile", "standard"})
    void shouldSayThatAFileHasAPassword(String mode) throws Exception {
        Path file = folder.resolve("locked.xlsx");
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.valueOf(mode)).getEncryptor();
            encryptor.confirmPassword("geheim");
            try (OPCPackage opc = OPCPackage.open(good().toFile());
                    OutputStream locked = encryptor.getDataStream(container)) {
                opc.save(locked);
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                container.writeFilesystem(out);
            }
        }

        assertThat(codeOf(file)).isEqualTo(Code.ENCRYPTED);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.9, 0.999})
    void shouldRefuseATruncatedFile(double part) throws IOException {
        byte[] whole = Files.readAllBytes(good());
        Path file = Files.write(folder.resolve("cut.xlsx"), Arrays.copyOf(whole, (int) (whole.length * part)));

        assertThat(codeOf(file)).isEqualTo(Code.NOT_XLSX);
    }

    @Test
    void shouldRefuseADamagedFile() throws IOException {
        byte[] whole = Files.readAllBytes(SampleResidents.writeTo(folder.resolve("whole.xlsx"), 200));
        int refused = 0;
        for (int position = 100; position < whole.length - 100; position += whole.length / 40) {
            byte[] damaged = whole.clone();
            damaged[position] ^= 0x10;
            SheetReading reading = read(Files.write(folder.resolve("damaged.xlsx"), damaged));
            if (reading instanceof Unreadable(var errors)) {
                assertThat(errors).extracting(FileError::code).containsExactly(Code.NOT_XLSX);
                refused++;
            } else {
                // A flipped bit in what no reader looks at, such as the time of an entry.
                assertThat(((Checked) reading).rows()).hasSize(200);
            }
        }
        assertThat(refused).isGreaterThan(30);
    }

    @Test
    void shouldRefuseAFileOverTheLimit() throws IOException {
        byte[] whole = Files.readAllBytes(good());
        Path file =
                Files.write(folder.resolve("large.xlsx"), Arrays.copyOf(whole, Math.toIntExact(Workbook.MAX_FILE) + 1));

        assertThat(codeOf(file)).isEqualTo(Code.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "<row/>", "<row><c><v>1</v></c></row>", "<!--->-->"})
    void shouldRefuseASmallFileThatUnpacksToGigabytes(String filling) throws IOException {
        byte[] bomb = RawZip.deflatedBomb(SHEET_START + row(SampleResidents.HEADERS), filling, 3_000);
        Path file = rawWithSheet(bomb, 3_000L << 20);

        assertThat(Files.size(file)).isLessThan(Workbook.MAX_FILE);
        assertThat(codeOf(file)).isEqualTo(Code.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1_000, 0xFFFFFFFEL})
    void shouldNotBelieveTheDeclaredSize(long declared) throws IOException {
        Path file = rawWithSheet(
                RawZip.deflatedBomb(SHEET_START + row(SampleResidents.HEADERS), "<row/>", 3_000), declared);

        assertThat(codeOf(file)).isEqualTo(Code.TOO_LARGE);
    }

    @Test
    void shouldNotUnpackWhatIsNotRead() throws IOException {
        RawZip zip = raw(part(good(), SHEET));
        zip.entry("xl/media/image1.png", RawZip.deflatedBomb("\u0089PNG", "0", 3_000), 0, 1_000, 0);

        assertThat(read(zip.writeTo(folder.resolve("image.xlsx")))).isInstanceOf(Checked.class);
    }

    @Test
    void shouldRefuseTooManyEntries() throws IOException {
        RawZip zip = raw(SHEET_START + SHEET_END);
        IntStream.range(0, 60_000).forEach(number -> zip.text("xl/media/" + number, ""));

        assertThat(codeOf(zip.writeTo(folder.resolve("entries.xlsx")))).isEqualTo(Code.TOO_LARGE);
    }

    @Test
    void shouldRefuseTwoEntriesOfOneName() throws IOException {
        RawZip zip = raw(SHEET_START + SHEET_END).text(SHEET, SHEET_START + SHEET_END);

        assertThat(codeOf(zip.writeTo(folder.resolve("twice.xlsx")))).isEqualTo(Code.NOT_XLSX);
    }

    @Test
    void shouldRefuseADocumentType() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "Geheim");
        String sheet = part(good(), SHEET);
        String reference = "<!DOCTYPE worksheet [<!ENTITY file SYSTEM \"" + secret.toUri() + "\">]>";

        assertThat(codeOf(with(SHEET, declaring(sheet, reference, "&file;")))).isEqualTo(Code.NOT_XLSX);
        assertThat(codeOf(with(SHEET, declaring(sheet, reference, "x")))).isEqualTo(Code.NOT_XLSX);
        assertThat(codeOf(with("[Content_Types].xml", declaring(part(good(), "[Content_Types].xml"), reference, ""))))
                .isEqualTo(Code.NOT_XLSX);
    }

    @Test
    void shouldRefuseABillionLaughs() throws IOException {
        String entities = IntStream.rangeClosed(1, 9)
                .mapToObj(level -> "<!ENTITY l%d \"%s\">".formatted(level, ("&l" + (level - 1) + ";").repeat(10)))
                .collect(Collectors.joining("", "<!DOCTYPE x [<!ENTITY l0 \"ha\">", "]>"));

        assertThat(codeOf(with(SHEET, declaring(part(good(), SHEET), entities, "&l9;"))))
                .isEqualTo(Code.NOT_XLSX);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<c r=\"AAAAAAA9\"><v>1</v></c>",
                "<c r=\"XFE9\"><v>1</v></c>",
                "<c r=\"9\"><v>1</v></c>",
                "<c r=\"A\"><v>1</v></c>",
                "<c r=\"A9\" t=\"s\"><v>-1</v></c>",
                "<c r=\"A9\" t=\"s\"><v>2000000000</v></c>",
                "<c r=\"A9\" t=\"s\"><v>2<x/>000000000</v></c>",
                "<c r=\"A9\" t=\"s\"><v/></c>",
                "<c r=\"A9\" t=\"x\"><v>1</v></c>",
                "<c r=\"A9\" s=\"x\"><v>1</v></c>",
                "<c r=\"A9\"><v>1</c>",
                "</row><row r=\"9\">",
                "</row><row r=\"-1\">"
            })
    void shouldRefuseCellsThatMakeNoSense(String cells) throws IOException {
        assertThat(codeOf(withRow(cells))).isEqualTo(Code.NOT_XLSX);
    }

    @Test
    void shouldRefuseWhatWouldFillTheMemory() throws IOException {
        String names = IntStream.range(0, 100_000)
                .mapToObj(number -> "<n" + number + "/>")
                .collect(Collectors.joining());
        String attributes = IntStream.range(0, 101)
                .mapToObj(number -> " a" + number + "=\"\"")
                .collect(Collectors.joining("", "<c", "/>"));
        String text = "y".repeat(3 << 20);

        assertThat(codeOf(withRow(names))).isEqualTo(Code.TOO_LARGE);
        assertThat(codeOf(withRow(attributes))).isEqualTo(Code.TOO_LARGE);
        assertThat(codeOf(withRow("<a>".repeat(100_000)))).isEqualTo(Code.TOO_LARGE);
        assertThat(codeOf(withRow("<c r=\"A9\" x=\"" + text + "\"/>"))).isEqualTo(Code.TOO_LARGE);
        assertThat(codeOf(withRow("<!--" + text + "-->"))).isEqualTo(Code.TOO_LARGE);
        assertThat(codeOf(withRow("<c r=\"A9\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>")))
                .isEqualTo(Code.TOO_LARGE);
        assertThat(codeOf(with("xl/sharedStrings.xml", "<sst>" + "<si/>".repeat(1_000_001) + "</sst>")))
                .isEqualTo(Code.TOO_LARGE);
        assertThat(codeOf(withRow("</row><row>".repeat(1_048_576)))).isEqualTo(Code.TOO_LARGE);
    }

    @Test
    void shouldTakeNoTimeForFormulasAndFarColumns() throws IOException {
        String array = "<c r=\"R9\"><f t=\"array\" ref=\"R9\">SUM(A1:A2)</f><v>1</v></c>";
        String shared = "<c r=\"S9\"><f t=\"shared\" ref=\"S1:S9\" si=\"0\">" + "A1+".repeat(10_000) + "1</f></c>"
                + "<c r=\"T9\"><f t=\"shared\" si=\"7\"/><v>1</v></c>".repeat(20_000);
        String far = "</row><row><c r=\"XFD9\"><v>1</v></c>".repeat(100_000);

        assertThat(((Checked) read(withRow(array.repeat(20_000)))).rows()).hasSize(2);
        assertThat(((Checked) read(withRow(shared))).rows()).hasSize(2);
        assertThat(((Checked) read(withRow(far))).rows()).hasSize(2);
    }

    @Test
    void shouldReadWhatStrictFilesWrite() throws IOException {
        String strict = "http://purl.oclc.org/ooxml/officeDocument/relationships";
        String workbook = part(good(), "xl/workbook.xml")
                .replace("http://schemas.openxmlformats.org/officeDocument/2006/relationships", strict);
        String sheet = part(good(), SHEET)
                .replace(
                        "</sheetData>",
                        "<row r=\"9\"><c r=\"E9\" t=\"d\"><v>1980-12-31T00:00:00</v></c></row></sheetData>");

        Checked checked = (Checked) read(with("xl/workbook.xml", workbook));
        SheetPreview.Line dated =
                ((Checked) read(with(SHEET, sheet))).preview().rows().getLast();

        assertThat(checked.rows()).hasSize(2);
        assertThat(dated.cells().get(4)).isEqualTo(new SheetPreview.Cell("31-12-1980", List.of(), null));
    }

    @Test
    void shouldReadRunsOfTextAndLeaveOutPhoneticAid() throws IOException {
        String sheet = part(good(), SHEET)
                .replace(
                        "</sheetData>",
                        "<row r=\"9\"><c r=\"D9\" t=\"inlineStr\"><is><r><rPr><b/></rPr><t>Jan</t></r>"
                                + "<rPh sb=\"0\" eb=\"1\"><t>yan</t></rPh><r><t>sen</t></r></is></c></row></sheetData>");

        SheetPreview.Line line =
                ((Checked) read(with(SHEET, sheet))).preview().rows().getLast();

        assertThat(line.cells().get(3).text()).isEqualTo("Jansen");
    }

    @Test
    void shouldReadRowsAndCellsWithoutNumbers() throws IOException {
        String sheet = SHEET_START
                + row(SampleResidents.HEADERS)
                + row(SampleResidents.resident(0).values())
                + row(SampleResidents.resident(1).values())
                + SHEET_END;

        Checked checked = (Checked) read(raw(sheet).writeTo(folder.resolve("bare.xlsx")));

        assertThat(checked.errors()).isEmpty();
        assertThat(checked.rows()).extracting(ResidentRow::row).containsExactly(2, 3);
    }

    @Test
    void shouldRefuseMoreRowsThanTheLimit() throws IOException {
        assertThat(read(fileOf(ResidentSheet.MAX_ROWS + 1)))
                .isEqualTo(new Unreadable(
                        List.of(FileError.of(Code.TOO_MANY_ROWS, Integer.toString(ResidentSheet.MAX_ROWS)))));
    }

    @Test
    void shouldReadAsManyRowsAsTheLimitAndFindEveryErrorInThem() throws IOException {
        Checked checked = (Checked) read(fileOf(ResidentSheet.MAX_ROWS));

        assertThat(checked.dataRows()).isEqualTo(ResidentSheet.MAX_ROWS);
        assertThat(checked.errors().size()).isEqualTo(ResidentSheet.MAX_ROWS * 10);
    }

    /** Rows with a BSN and nothing else. */
    private Path fileOf(int rows) throws IOException {
        StringBuilder sheet = new StringBuilder(SHEET_START).append(row(SampleResidents.HEADERS));
        SampleResidents.bsns(rows).forEach(bsn -> sheet.append(row(List.of(bsn))));
        return raw(sheet.append(SHEET_END).toString()).writeTo(folder.resolve("rows.xlsx"));
    }

    private static String row(Iterable<String> texts) {
        StringBuilder row = new StringBuilder("<row>");
        texts.forEach(
                text -> row.append("<c t=\"inlineStr\"><is><t>").append(text).append("</t></is></c>"));
        return row.append("</row>").toString();
    }

    private static String declaring(String part, String documentType, String reference) {
        int root = part.indexOf('<', part.indexOf("?>") + 2);
        String declared = part.substring(0, root) + documentType + part.substring(root);
        return declared.replaceFirst("<v>[^<]*</v>", "<v>" + reference + "</v>");
    }

    private Path good() {
        return aSheetOf(2).writeTo(folder.resolve("good.xlsx"));
    }

    private Path withRow(String cells) throws IOException {
        String sheet = part(good(), SHEET);
        return with(SHEET, sheet.replace("</sheetData>", "<row r=\"9\">" + cells + "</row></sheetData>"));
    }

    private static String part(Path file, String name) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The good file with another content in one part. */
    private Path with(String name, String content) throws IOException {
        Path file = folder.resolve("changed.xlsx");
        try (ZipFile zip = new ZipFile(good().toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (ZipEntry entry : zip.stream().toList()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(
                        entry.getName().equals(name)
                                ? content.getBytes(StandardCharsets.UTF_8)
                                : zip.getInputStream(entry).readAllBytes());
            }
        }
        return file;
    }

    private Path rawWithSheet(byte[] deflatedSheet, long declared) throws IOException {
        return rawParts().entry(SHEET, deflatedSheet, 0, declared, 0).writeTo(folder.resolve("raw.xlsx"));
    }

    private RawZip raw(String sheet) throws IOException {
        return rawParts().text(SHEET, sheet);
    }

    private RawZip rawParts() throws IOException {
        RawZip zip = new RawZip();
        Path good = good();
        for (String name : List.of(
                "[Content_Types].xml",
                "xl/workbook.xml",
                "xl/_rels/workbook.xml.rels",
                "xl/styles.xml",
                "xl/sharedStrings.xml")) {
            zip.text(name, part(good, name));
        }
        return zip;
    }

    private Code codeOf(Path file) throws IOException {
        return read(file) instanceof Unreadable(var errors) ? errors.getFirst().code() : null;
    }

    private static SheetReading read(Path file) throws IOException {
        return ResidentSheet.read(file, new CheckContext(LocalDate.of(2026, 11, 21), asked -> Set.of()));
    }
}
