package io.traject.cases.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;

class RecogniseDocumentTest {

    private final RecogniseDocument recogniseDocument = new RecogniseDocument();

    @ParameterizedTest
    @CsvSource({
        "PDF, %PDF-1.7 x",
        "PNG, '\\211PNG\\r\\n\\032\\n'",
        "JPEG, '\\377\\330\\377\\340'",
        "TIFF, 'II*\\000'",
        "WEBP, 'RIFF\\001\\001\\001\\001WEBPVP8 '",
        "HEIC, '\\000\\000\\000\\030ftypheic'",
        "TEXT, 'Ik ben verhuisd naar de Dorpsstraat.'"
    })
    void shouldKnowAFileByItsBeginning(DocumentType type, String start) throws IOException {
        assertThat(recognise(start.translateEscapes(), "whatever.bin")).hasValue(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MZ\\220\\000\\003",
                "\\177ELF\\002\\001\\001",
                "<!doctype html><html><body><script>alert(1)</script></body></html>",
                "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
                "#!/bin/sh\\nrm -rf /",
                "\\312\\376\\272\\276\\000\\000\\000\\105"
            })
    void shouldRefuseWhatOnlyHasTheNameOfADocument(String start) throws IOException {
        assertThat(recognise(start.translateEscapes(), "loonstrook.pdf")).isEmpty();
    }

    @Test
    void shouldKnowOfficeDocumentsByWhatIsInThem() throws IOException {
        assertThat(recognise(zip("[Content_Types].xml", "word/document.xml"), "brief"))
                .hasValue(DocumentType.DOCX);
        assertThat(recognise(bytes(new XSSFWorkbook()), "huur")).hasValue(DocumentType.XLSX);
        assertThat(recognise(bytes(new HSSFWorkbook()), "huur.xls")).hasValue(DocumentType.XLS);
        assertThat(recognise(bytes(new HSSFWorkbook()), "huur.msi")).isEmpty();
        assertThat(recognise(openDocument(), "brief")).hasValue(DocumentType.ODT);
    }

    @Test
    void shouldRefuseArchivesAndMacros() throws IOException {
        assertThat(recognise(zip("readme.txt"), "brief.docx")).isEmpty();
        assertThat(recognise(zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), "brief.docx"))
                .isEmpty();
        assertThat(recognise("PK\\003\\004 broken".translateEscapes(), "brief.docx"))
                .isEmpty();
    }

    private Optional<DocumentType> recognise(String content, String name) throws IOException {
        return recognise(content.getBytes(StandardCharsets.ISO_8859_1), name);
    }

    private Optional<DocumentType> recognise(byte[] content, String name) throws IOException {
        return recogniseDocument.recognise(new ByteArrayResource(content), name);
    }

    private static byte[] zip(String... names) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var archive = new ZipOutputStream(bytes)) {
            for (String name : names) {
                archive.putNextEntry(new ZipEntry(name));
                archive.write(name.getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] openDocument() throws IOException {
        byte[] mediaType = DocumentType.ODT.mediaType().getBytes(StandardCharsets.US_ASCII);
        var checksum = new CRC32();
        checksum.update(mediaType);
        var first = new ZipEntry("mimetype");
        first.setMethod(ZipEntry.STORED);
        first.setSize(mediaType.length);
        first.setCrc(checksum.getValue());
        var bytes = new ByteArrayOutputStream();
        try (var archive = new ZipOutputStream(bytes)) {
            archive.putNextEntry(first);
            archive.write(mediaType);
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(Workbook workbook) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (workbook) {
            workbook.createSheet("Huur");
            workbook.write(bytes);
        }
        return bytes.toByteArray();
    }
}
