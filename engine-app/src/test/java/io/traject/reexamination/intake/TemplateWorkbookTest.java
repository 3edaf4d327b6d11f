package io.traject.reexamination.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.traject.kernel.Language;
import io.traject.testing.SampleResidents;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TemplateWorkbookTest {

    @Test
    void shouldHoldTheColumnsAndNoResident() throws IOException {
        try (XSSFWorkbook workbook = template(Language.NL)) {
            XSSFSheet sheet = workbook.getSheetAt(0);

            assertThat(sheet.getSheetName()).isEqualTo("Inwoners");
            assertThat((Iterable<Cell>) sheet.getRow(0))
                    .extracting(Cell::getStringCellValue)
                    .containsExactlyElementsOf(SampleResidents.HEADERS);
            assertThat(sheet.getLastRowNum()).isZero();
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
        }
    }

    @Test
    void shouldKeepLeadingZerosAndDates() throws IOException {
        try (XSSFWorkbook workbook = template(Language.NL)) {
            List<String> formats = IntStream.range(0, 15)
                    .mapToObj(column ->
                            workbook.getSheetAt(0).getColumnStyle(column).getDataFormatString())
                    .toList();

            assertThat(List.of(formats.get(0), formats.get(8), formats.get(11))).containsOnly("@");
            assertThat(List.of(formats.get(4), formats.get(14))).containsOnly("dd\\-mm\\-yyyy");
        }
    }

    @Test
    void shouldOfferTheCommunicationPreferences() throws IOException {
        try (XSSFWorkbook workbook = template(Language.EN)) {
            DataValidation choice = workbook.getSheetAt(0).getDataValidations().getFirst();

            assertThat(choice.getValidationConstraint().getExplicitListValues())
                    .containsExactly("EMAIL", "BRIEF", "BEIDE");
            assertThat(choice.getRegions().getCellRangeAddresses()[0].formatAsString())
                    .isEqualTo("M2:M50001");
            assertThat(choice.getErrorBoxText()).isEqualTo("Choose EMAIL, BRIEF or BEIDE.");
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void shouldExplainEveryColumnInTheLanguageOfTheUser(Language language) throws IOException {
        try (XSSFWorkbook workbook = template(language)) {
            XSSFSheet sheet = workbook.getSheetAt(1);

            assertThat(sheet.getSheetName()).isEqualTo(language == Language.NL ? "Toelichting" : "Explanation");
            for (int column = 0; column < 15; column++) {
                assertThat((Iterable<Cell>) sheet.getRow(4 + column))
                        .hasSize(4)
                        .allSatisfy(
                                cell -> assertThat(cell.getStringCellValue()).isNotBlank());
                assertThat(sheet.getRow(4 + column).getCell(0).getStringCellValue())
                        .isEqualTo(SampleResidents.HEADERS.get(column));
            }
        }
    }

    private static XSSFWorkbook template(Language language) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TemplateWorkbook.write(out, language);
        return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
    }
}
