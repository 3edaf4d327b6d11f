package io.traject.communication.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.traject.communication.Communication;
import io.traject.communication.FileOfCase;
import io.traject.web.api.ItemPage;
import io.traject.web.api.PageQuery;
import java.util.List;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What was sent in a case. */
@RestController
@RequestMapping("/api/v1/cases/{caseId}/communications")
@Tag(name = "Cases")
class CaseCommunicationsApi {

    private final FileOfCase file;

    CaseCommunicationsApi(FileOfCase file) {
        this.file = file;
    }

    @GetMapping
    @Operation(summary = "List the mails and letters of a case, newest first")
    ItemPage<CommunicationView> list(@PathVariable UUID caseId, PageQuery query) {
        List<Communication> all = file.communications(caseId);
        return ItemPage.of(
                all.stream()
                        .skip((long) query.page() * query.size())
                        .limit(query.size())
                        .map(CommunicationView::of)
                        .toList(),
                query,
                all.size());
    }

    @GetMapping(path = "/{communicationId}/letter.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(summary = "The letter as PDF/A; 404 for a mail")
    ResponseEntity<byte[]> letter(@PathVariable UUID caseId, @PathVariable UUID communicationId) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .body(file.letter(file.entry(caseId, communicationId).communication()));
    }
}
