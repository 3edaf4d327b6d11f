package io.traject.cases.documents;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

/** Says what a file is by its content. The name decides only between the two that look alike: old Word and old Excel. */
@Component
public class RecogniseDocument {

    private static final String ZIP = "application/zip";
    private static final String OFFICE_OPEN_XML = "application/x-tika-ooxml";
    private static final String OLD_OFFICE = "application/x-tika-msoffice";

    private final MimeTypes signatures = MimeTypes.getDefaultMimeTypes();

    /** @return empty for what may not be supplied */
    public Optional<DocumentType> recognise(InputStreamSource content, String fileName) throws IOException {
        String mediaType;
        try (InputStream in = new BufferedInputStream(content.getInputStream())) {
            mediaType = signatures.detect(in, new Metadata()).getBaseType().toString();
        }
        return switch (mediaType) {
            case ZIP, OFFICE_OPEN_XML -> office(content);
            case OLD_OFFICE ->
                Stream.of(DocumentType.DOC, DocumentType.XLS)
                        .filter(type -> type.isNameOf(fileName))
                        .findFirst();
            default ->
                Stream.of(DocumentType.values())
                        .filter(type -> type.mediaType().equals(mediaType))
                        .findFirst();
        };
    }

    /** Only the directory of the archive is read; nothing is unpacked. */
    private static Optional<DocumentType> office(InputStreamSource content) throws IOException {
        Path copy = Files.createTempFile("traject-office", null);
        try {
            try (InputStream in = content.getInputStream()) {
                Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            }
            try (var archive = new ZipFile(copy.toFile())) {
                boolean hasMacros =
                        archive.stream().anyMatch(entry -> entry.getName().endsWith("vbaProject.bin"));
                return hasMacros ? Optional.empty() : mainPart(archive);
            }
        } catch (ZipException broken) {
            return Optional.empty();
        } finally {
            Files.delete(copy);
        }
    }

    private static Optional<DocumentType> mainPart(ZipFile archive) {
        if (archive.getEntry("[Content_Types].xml") == null) {
            return Optional.empty();
        }
        if (archive.getEntry("word/document.xml") != null) {
            return Optional.of(DocumentType.DOCX);
        }
        if (archive.getEntry("xl/workbook.xml") != null) {
            return Optional.of(DocumentType.XLSX);
        }
        return archive.getEntry("ppt/presentation.xml") == null ? Optional.empty() : Optional.of(DocumentType.PPTX);
    }
}
