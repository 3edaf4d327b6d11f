package io.traject.cases.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.traject.access.FileKind;
import io.traject.access.FilePart;
import io.traject.access.LooksAt;
import io.traject.cases.CaseFile;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Documents in a case; the same for pages and programs. Always a download, never shown: whoever supplied it is not trusted. */
@RestController
@Tag(name = "Cases")
@LooksAt(value = FileKind.CASE, part = FilePart.DOCUMENT)
class DocumentApi {

    private final CaseFile file;

    DocumentApi(CaseFile file) {
        this.file = file;
    }

    @GetMapping({"/api/v1/cases/{id}/documents/{documentId}", "/cases/{id}/documents/{documentId}"})
    @Operation(summary = "Download a document")
    ResponseEntity<InputStreamResource> download(@PathVariable UUID id, @PathVariable UUID documentId) {
        CaseFile.Content document = file.document(id, documentId);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(document.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(document.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .contentLength(document.size())
                .body(new InputStreamResource(document.content()));
    }
}
