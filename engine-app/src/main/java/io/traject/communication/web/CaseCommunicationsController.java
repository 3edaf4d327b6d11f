package io.traject.communication.web;

import io.traject.access.Authorization;
import io.traject.access.FileKind;
import io.traject.access.FilePart;
import io.traject.access.LooksAt;
import io.traject.access.Permission;
import io.traject.communication.Channel;
import io.traject.communication.Communication;
import io.traject.communication.FileOfCase;
import io.traject.communication.LetterImage;
import io.traject.kernel.NotFoundException;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows a mail or letter of a case as it was sent, and hands the letter out (C7). */
@Controller
@RequestMapping("/cases/{caseId}/communications/{communicationId}")
@LooksAt(value = FileKind.CASE, part = FilePart.COMMUNICATION, id = "caseId")
class CaseCommunicationsController {

    private final FileOfCase file;
    private final Authorization authorization;

    CaseCommunicationsController(FileOfCase file, Authorization authorization) {
        this.file = file;
        this.authorization = authorization;
    }

    @GetMapping
    String show(@PathVariable UUID caseId, @PathVariable UUID communicationId, Model model) {
        FileOfCase.Entry entry = file.entry(caseId, communicationId);
        model.addAttribute("case", entry.aCase());
        model.addAttribute("communication", entry.communication());
        model.addAttribute(
                "mayResend",
                entry.communication().mayBeSentAgain()
                        && entry.aCase().isOpen()
                        && authorization.may(Permission.CASES_EDIT));
        if (entry.communication().mailId() != null) {
            model.addAttribute("mail", file.mail(entry.communication()));
        }
        return "communication/communication";
    }

    /** @param download save it instead of showing it */
    @GetMapping("/letter.pdf")
    ResponseEntity<byte[]> letter(
            @PathVariable UUID caseId,
            @PathVariable UUID communicationId,
            @RequestParam(defaultValue = "false") boolean download) {
        Communication letter = file.entry(caseId, communicationId).communication();
        String fileName = letter.fileName();
        if (letter.channel() != Channel.LETTER || fileName == null) {
            throw new NotFoundException();
        }
        var disposition = (download ? ContentDisposition.attachment() : ContentDisposition.inline())
                .filename(fileName)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(file.letter(letter));
    }

    @GetMapping("/letter.png")
    ResponseEntity<byte[]> image(@PathVariable UUID caseId, @PathVariable UUID communicationId) {
        Communication letter = file.entry(caseId, communicationId).communication();
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.noStore())
                .body(LetterImage.firstPage(file.letter(letter)));
    }
}
