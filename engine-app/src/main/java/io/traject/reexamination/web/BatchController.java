package io.traject.reexamination.web;

import io.traject.access.FileKind;
import io.traject.access.LooksAt;
import io.traject.reexamination.Batch;
import io.traject.reexamination.BatchDirectory;
import io.traject.reexamination.BatchState;
import io.traject.reexamination.ConfirmBatch;
import io.traject.reexamination.DiscardBatch;
import io.traject.reexamination.MissingTemplates;
import io.traject.reexamination.PauseDispatch;
import io.traject.reexamination.RetryBatch;
import io.traject.reexamination.SheetErrors;
import io.traject.web.Flash;
import io.traject.web.Progress;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One batch: what was found in the file, how far its cases and invitations are, what was left behind (C3-C6). */
@Controller
@RequestMapping("/re-examinations/{id}")
class BatchController {

    private static final int ERRORS_SHOWN = 200;
    private static final int UNPROCESSED_SHOWN = 200;

    private final BatchDirectory batches;
    private final MissingTemplates missingTemplates;
    private final MissingTemplatesWarning warning;
    private final ConfirmBatch confirmBatch;
    private final DiscardBatch discardBatch;
    private final PauseDispatch pauseDispatch;
    private final RetryBatch retryBatch;
    private final SheetErrors sheetErrors;
    private final MessageSource messages;

    BatchController(
            BatchDirectory batches,
            MissingTemplates missingTemplates,
            MissingTemplatesWarning warning,
            ConfirmBatch confirmBatch,
            DiscardBatch discardBatch,
            PauseDispatch pauseDispatch,
            RetryBatch retryBatch,
            SheetErrors sheetErrors,
            MessageSource messages) {
        this.batches = batches;
        this.missingTemplates = missingTemplates;
        this.warning = warning;
        this.confirmBatch = confirmBatch;
        this.discardBatch = discardBatch;
        this.pauseDispatch = pauseDispatch;
        this.retryBatch = retryBatch;
        this.sheetErrors = sheetErrors;
        this.messages = messages;
    }

    @LooksAt(FileKind.BATCH)
    @GetMapping
    String show(@PathVariable UUID id, Model model, Locale locale) {
        Batch batch = batches.get(id);
        addBatch(model, batch);
        model.addAttribute("steps", BatchSteps.KEYS);
        model.addAttribute("step", BatchSteps.of(batch.state()));
        return switch (batch.state()) {
            case REJECTED, CHECKED -> {
                warning.show(batch.state() == BatchState.CHECKED ? missingTemplates.of(batch) : List.of(), model);
                model.addAttribute("errors", sheetErrors.of(batch, 0, ERRORS_SHOWN, locale));
                model.addAttribute("sheet", SheetViews.of(sheetErrors.preview(batch), messages, locale));
                model.addAttribute("leftOut", sheetErrors.preview(batch).leftOut());
                model.addAttribute("repairs", sheetErrors.repairs(batch));
                yield "reexamination/check";
            }
            case CREATING, CREATED, DISPATCHING, PAUSED, DISPATCHED, DISCARDED -> {
                model.addAttribute("invited", batches.invited(batch));
                model.addAttribute("volumes", batches.volumes(batch));
                var unprocessed = batches.unprocessed(batch, UNPROCESSED_SHOWN);
                model.addAttribute("unprocessed", unprocessed);
                model.addAttribute(
                        "mayRetry",
                        batch.state() == BatchState.DISPATCHED
                                && unprocessed.stream().anyMatch(BatchDirectory.Unprocessed::retryable));
                yield "reexamination/batch";
            }
        };
    }

    /** The progress panel by itself; when the phase has ended the page is told to renew itself. */
    @GetMapping("/progress")
    String progress(@PathVariable UUID id, @RequestParam BatchState phase, Model model, HttpServletResponse response) {
        Batch batch = batches.get(id);
        if (batch.state() != phase) {
            response.setHeader("HX-Refresh", "true");
        }
        addBatch(model, batch);
        return "reexamination/batch :: progress";
    }

    @PostMapping("/confirmation")
    String confirm(
            @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean agreed, RedirectAttributes redirect) {
        if (agreed) {
            confirmBatch.confirm(id).orThrow();
        } else {
            Flash.danger(redirect, "reexamination.agreement.missing");
        }
        return "redirect:/re-examinations/{id}";
    }

    @PostMapping("/pause")
    String pause(@PathVariable UUID id, RedirectAttributes redirect) {
        pauseDispatch.pause(id).orThrow();
        Flash.success(redirect, "reexamination.pause.done");
        return "redirect:/re-examinations/{id}";
    }

    @PostMapping("/resume")
    String resume(@PathVariable UUID id, RedirectAttributes redirect) {
        pauseDispatch.resume(id).orThrow();
        Flash.success(redirect, "reexamination.resume.done");
        return "redirect:/re-examinations/{id}";
    }

    /** @param rows that were selected; none when all are meant */
    @PostMapping("/retry")
    String retry(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") Set<Integer> rows,
            @RequestParam(defaultValue = "false") boolean all,
            RedirectAttributes redirect) {
        if (rows.isEmpty() && !all) {
            Flash.danger(redirect, "reexamination.retry.none");
            return "redirect:/re-examinations/{id}";
        }
        retryBatch.retry(id, all ? Optional.empty() : Optional.of(rows)).orThrow();
        Flash.success(redirect, "reexamination.retry.started");
        return "redirect:/re-examinations/{id}";
    }

    @GetMapping("/discard")
    String askToDiscard(@PathVariable UUID id, Model model) {
        addBatch(model, batches.get(id));
        return "reexamination/discard";
    }

    @PostMapping("/discard")
    String discard(@PathVariable UUID id, RedirectAttributes redirect) {
        Batch batch = discardBatch.discard(id).orThrow();
        Flash.success(redirect, "reexamination.discard.done", batch.fileName());
        return "redirect:/re-examinations";
    }

    private void addBatch(Model model, Batch batch) {
        BatchDirectory.Progress progress = batches.progress(batch);
        model.addAttribute("batch", batch);
        model.addAttribute(
                "progress",
                new Progress(
                        progress.done(),
                        progress.failed(),
                        progress.total(),
                        batch.state().isRunning()));
    }
}
