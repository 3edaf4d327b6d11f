package io.traject.reexamination.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.traject.access.FileKind;
import io.traject.access.FilePart;
import io.traject.access.LooksAt;
import io.traject.communication.Letters;
import io.traject.kernel.NotFoundException;
import io.traject.reexamination.Batch;
import io.traject.reexamination.BatchDirectory;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The letters of a batch: volumes for the printer, and a ZIP of single ones; the same for pages and programs (C5). */
@Controller
@RequestMapping({"/re-examinations/{id}", "/api/v1/re-examination-batches/{id}"})
@Tag(name = "Re-examination batches")
@LooksAt(value = FileKind.BATCH, part = FilePart.LETTERS)
class LettersController {

    private static final MediaType ZIP = MediaType.parseMediaType("application/zip");

    private final BatchDirectory batches;
    private final Letters letters;

    LettersController(BatchDirectory batches, Letters letters) {
        this.batches = batches;
        this.letters = letters;
    }

    @GetMapping("/letters.pdf")
    @Operation(summary = "Download a volume of letters for print, at most 1,000 of them")
    ResponseEntity<StreamingResponseBody> volume(@PathVariable UUID id, @RequestParam(defaultValue = "1") int volume) {
        Batch batch = batches.get(id);
        if (volume < 1 || volume > batches.volumes(batch)) {
            throw new NotFoundException();
        }
        return download(
                MediaType.APPLICATION_PDF,
                "letters-%d.pdf".formatted(volume),
                out -> letters.writeVolume(batch.id(), volume, out));
    }

    @GetMapping("/letters.zip")
    @Operation(summary = "Download every letter as a PDF of its own")
    ResponseEntity<StreamingResponseBody> zip(@PathVariable UUID id) {
        Batch batch = batches.get(id);
        if (batches.volumes(batch) == 0) {
            throw new NotFoundException();
        }
        return download(ZIP, "letters.zip", out -> letters.writeZip(batch.id(), out));
    }

    private static ResponseEntity<StreamingResponseBody> download(
            MediaType type, String name, StreamingResponseBody body) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(body);
    }
}
