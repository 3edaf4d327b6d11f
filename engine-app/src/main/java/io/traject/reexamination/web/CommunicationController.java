package io.traject.reexamination.web;

import io.traject.access.FileKind;
import io.traject.access.FilePart;
import io.traject.access.LooksAt;
import io.traject.communication.Channel;
import io.traject.communication.LetterImage;
import io.traject.kernel.EmailAddress;
import io.traject.kernel.Language;
import io.traject.kernel.NotFoundException;
import io.traject.reexamination.Batch;
import io.traject.reexamination.BatchDirectory;
import io.traject.reexamination.BatchState;
import io.traject.reexamination.DispatchBatch;
import io.traject.reexamination.MissingTemplates;
import io.traject.reexamination.PreviewInvitations;
import io.traject.web.Flash;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Counts per form of communication, a preview of real invitations, agreement, dispatch (C5, N6). */
@Controller
@RequestMapping("/re-examinations/{id}")
class CommunicationController {

    private static final int STEP = 3;

    private final BatchDirectory batches;
    private final PreviewInvitations previews;
    private final MissingTemplates missingTemplates;
    private final MissingTemplatesWarning warning;
    private final DispatchBatch dispatchBatch;

    CommunicationController(
            BatchDirectory batches,
            PreviewInvitations previews,
            MissingTemplates missingTemplates,
            MissingTemplatesWarning warning,
            DispatchBatch dispatchBatch) {
        this.batches = batches;
        this.previews = previews;
        this.missingTemplates = missingTemplates;
        this.warning = warning;
        this.dispatchBatch = dispatchBatch;
    }

    @LooksAt(value = FileKind.BATCH, part = FilePart.PREVIEW)
    @GetMapping("/communication")
    String show(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int mail,
            @RequestParam(defaultValue = "0") int letter,
            Model model) {
        Batch batch = batches.get(id);
        if (batch.state() != BatchState.CREATED) {
            return "redirect:/re-examinations/{id}";
        }
        var missing = missingTemplates.of(batch);
        BatchDirectory.Recipients recipients = batches.recipients(batch);
        model.addAttribute("batch", batch);
        model.addAttribute("recipients", recipients);
        warning.show(missing, model);
        model.addAttribute("steps", BatchSteps.KEYS);
        model.addAttribute("step", STEP);
        model.addAttribute("mailPlace", mail);
        model.addAttribute("letterPlace", letter);
        if (missing.isEmpty() && recipients.mails() > 0) {
            model.addAttribute("languages", previews.languages(batch));
            model.addAttribute("mail", previews.preview(id, Channel.MAIL, mail));
        }
        if (missing.isEmpty() && recipients.letters() > 0) {
            model.addAttribute("letter", previews.preview(id, Channel.LETTER, letter));
        }
        return "reexamination/communication";
    }

    @LooksAt(value = FileKind.BATCH, part = FilePart.PREVIEW)
    @GetMapping("/preview/letter.pdf")
    ResponseEntity<byte[]> letter(@PathVariable UUID id, @RequestParam(defaultValue = "0") int place) {
        return inline(MediaType.APPLICATION_PDF, pdf(id, place));
    }

    @LooksAt(value = FileKind.BATCH, part = FilePart.PREVIEW)
    @GetMapping("/preview/letter.png")
    ResponseEntity<byte[]> letterImage(@PathVariable UUID id, @RequestParam(defaultValue = "0") int place) {
        return inline(MediaType.IMAGE_PNG, LetterImage.firstPage(pdf(id, place)));
    }

    @PostMapping("/dispatch")
    String dispatch(
            @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean agreed, RedirectAttributes redirect) {
        if (!agreed) {
            Flash.danger(redirect, "reexamination.agreement.missing");
            return "redirect:/re-examinations/{id}/communication";
        }
        dispatchBatch.dispatch(id).orThrow();
        return "redirect:/re-examinations/{id}";
    }

    /** @param mail whose mail, and {@code letter} whose letter the page shows */
    @PostMapping("/test-mail")
    String test(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int mail,
            @RequestParam(defaultValue = "0") int letter,
            @RequestParam(defaultValue = "NL") Language language,
            RedirectAttributes redirect) {
        EmailAddress to = previews.sendTest(id, mail, language).orThrow();
        Flash.success(redirect, "communication.test.sent", to.value());
        redirect.addAttribute("mail", mail);
        redirect.addAttribute("letter", letter);
        return "redirect:/re-examinations/{id}/communication";
    }

    private byte[] pdf(UUID id, int place) {
        return previews.preview(id, Channel.LETTER, place).letter().orElseThrow(NotFoundException::new);
    }

    private static ResponseEntity<byte[]> inline(MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .body(content);
    }
}
