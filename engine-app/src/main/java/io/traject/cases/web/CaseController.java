package io.traject.cases.web;

import io.traject.access.Authorization;
import io.traject.access.FileKind;
import io.traject.access.FilePart;
import io.traject.access.LooksAt;
import io.traject.access.Permission;
import io.traject.cases.BatchLinks;
import io.traject.cases.CancelCase;
import io.traject.cases.Case;
import io.traject.cases.CaseDirectory;
import io.traject.cases.CaseFile;
import io.traject.cases.CasePanel;
import io.traject.cases.FollowProcess;
import io.traject.cases.ReceivedDocument;
import io.traject.cases.ReopenCase;
import io.traject.cases.RetrySteps;
import io.traject.cases.SupplyData;
import io.traject.cases.TraceProcess;
import io.traject.kernel.Outcome;
import io.traject.settings.ActionLinks;
import io.traject.settings.LinkPlace;
import io.traject.web.Flash;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One case: where it stands, what is known, what happened, and what may be done with it (A7, E9). */
@Controller
@RequestMapping("/cases/{id}")
@LooksAt(FileKind.CASE)
class CaseController {

    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_REMARK = 10_000;

    private final CaseDirectory directory;
    private final CaseFile file;
    private final FollowProcess followProcess;
    private final TraceProcess traceProcess;
    private final RetrySteps retrySteps;
    private final CaseTimeline timeline;
    private final CancelCase cancelCase;
    private final ReopenCase reopenCase;
    private final SupplyData supplyData;
    private final ActionLinks actionLinks;
    private final Authorization authorization;
    private final List<CasePanel> panels;
    private final List<BatchLinks> batches;

    CaseController(
            CaseDirectory directory,
            CaseFile file,
            FollowProcess followProcess,
            TraceProcess traceProcess,
            RetrySteps retrySteps,
            CaseTimeline timeline,
            CancelCase cancelCase,
            ReopenCase reopenCase,
            SupplyData supplyData,
            ActionLinks actionLinks,
            Authorization authorization,
            List<CasePanel> panels,
            List<BatchLinks> batches) {
        this.directory = directory;
        this.file = file;
        this.followProcess = followProcess;
        this.traceProcess = traceProcess;
        this.retrySteps = retrySteps;
        this.timeline = timeline;
        this.cancelCase = cancelCase;
        this.reopenCase = reopenCase;
        this.supplyData = supplyData;
        this.actionLinks = actionLinks;
        this.authorization = authorization;
        this.panels = panels;
        this.batches = batches;
    }

    /** A panel with what it shows. */
    record Shown(String key, String fragment, Object model) {}

    /** @param version of the case that was looked at */
    record CancellationForm(
            @NotBlank(message = "{cases.cancellation.reason.missing}")
            @Size(max = LONGEST_REASON, message = "{cases.cancellation.reason.tooLong}")
            String reason,

            long version) {}

    /** @param version of the case that was looked at */
    record ReopeningForm(
            @Nullable @Size(max = LONGEST_REASON, message = "{cases.reopening.reason.tooLong}")
            String reason,

            long version) {}

    record SupplyForm(
            @Nullable @Size(max = LONGEST_REMARK, message = "{cases.supply.remark.tooLong}")
            String remark) {}

    @GetMapping
    String show(@PathVariable UUID id, Model model, Locale locale) {
        Case shown = directory.get(id);
        addCase(model, shown);
        model.addAttribute(
                "batch",
                shown.batch()
                        .flatMap(batch -> batches.stream()
                                .flatMap(room -> room.find(batch).stream())
                                .findFirst())
                        .orElse(null));
        if (!shown.type().isAboutEmployee()) {
            model.addAttribute("position", followProcess.follow(id));
            model.addAttribute("course", traceProcess.trace(id).orElse(null));
        }
        model.addAttribute("supplied", file.supplied(id));
        model.addAttribute("timeline", timeline.of(id, locale));
        model.addAttribute("maySeeEmployee", authorization.may(Permission.EMPLOYEES_VIEW));
        model.addAttribute("mayRetry", authorization.may(Permission.ADMINISTRATION, shown.organisation()));
        model.addAttribute("mayEdit", authorization.may(Permission.CASES_EDIT) && shown.isOpen());
        model.addAttribute("links", actionLinks.on(LinkPlace.CASE, shown.organisation(), id));
        model.addAttribute(
                "panels",
                panels.stream()
                        .sorted(Comparator.comparingInt(CasePanel::order))
                        .flatMap(panel -> shown(panel, shown))
                        .toList());
        return "cases/case";
    }

    private static Stream<Shown> shown(CasePanel panel, Case about) {
        Object model = panel.model().apply(about);
        return model == null ? Stream.empty() : Stream.of(new Shown(panel.key(), panel.fragment(), model));
    }

    @PostMapping("/retry")
    String retry(@PathVariable UUID id, RedirectAttributes redirect) {
        Flash.info(redirect, "cases.retry.done", retrySteps.retry(id));
        return "redirect:/cases/" + id;
    }

    @LooksAt(value = FileKind.CASE, part = FilePart.FORM)
    @GetMapping("/cancellation")
    String askToCancel(@PathVariable UUID id, Model model) {
        Case asked = directory.get(id, Permission.CASES_CANCEL);
        addCase(model, asked);
        model.addAttribute("cancellation", new CancellationForm("", asked.version()));
        return "cases/cancellation";
    }

    @LooksAt(value = FileKind.CASE, part = FilePart.FORM)
    @PostMapping("/cancellation")
    String cancel(
            @PathVariable UUID id,
            @Valid @ModelAttribute("cancellation") CancellationForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        if (errors.hasErrors()) {
            addCase(model, directory.get(id, Permission.CASES_CANCEL));
            return "cases/cancellation";
        }
        Case cancelled = cancelCase
                .cancel(id, form.reason(), OptionalLong.of(form.version()))
                .orThrow();
        Flash.success(redirect, "cases.cancellation.done", cancelled.number());
        return "redirect:/cases/" + id;
    }

    @LooksAt(value = FileKind.CASE, part = FilePart.FORM)
    @GetMapping("/reopening")
    String askToReopen(@PathVariable UUID id, Model model) {
        Case asked = directory.get(id, Permission.CASES_REOPEN);
        addCase(model, asked);
        model.addAttribute("reopening", new ReopeningForm("", asked.version()));
        return "cases/reopening";
    }

    @LooksAt(value = FileKind.CASE, part = FilePart.FORM)
    @PostMapping("/reopening")
    String reopen(
            @PathVariable UUID id,
            @Valid @ModelAttribute("reopening") ReopeningForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        if (errors.hasErrors()) {
            addCase(model, directory.get(id, Permission.CASES_REOPEN));
            return "cases/reopening";
        }
        Case reopened = reopenCase
                .reopen(id, Objects.requireNonNullElse(form.reason(), ""), OptionalLong.of(form.version()))
                .orThrow();
        Flash.success(redirect, "cases.reopening.done", reopened.number());
        return "redirect:/cases/" + id;
    }

    @LooksAt(value = FileKind.CASE, part = FilePart.FORM)
    @GetMapping("/supplied-data")
    String askToSupply(@PathVariable UUID id, Model model) {
        addCase(model, directory.get(id, Permission.CASES_EDIT));
        model.addAttribute("supply", new SupplyForm(""));
        return "cases/supplied-data";
    }

    @LooksAt(value = FileKind.CASE, part = FilePart.FORM)
    @PostMapping("/supplied-data")
    String supply(
            @PathVariable UUID id,
            @Valid @ModelAttribute("supply") SupplyForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable List<MultipartFile> documents,
            Model model,
            RedirectAttributes redirect) {
        if (!errors.hasErrors()
                && supplyData.supply(id, data(form), ReceivedDocument.of(documents))
                        instanceof Outcome.Refused<Case>(var refusal)) {
            errors.reject(refusal.messageKey(), refusal.arguments().toArray(), refusal.code());
        }
        if (errors.hasErrors()) {
            addCase(model, directory.get(id, Permission.CASES_EDIT));
            model.addAttribute("documentsLost", !ReceivedDocument.of(documents).isEmpty());
            return "cases/supplied-data";
        }
        Flash.success(redirect, "cases.supply.done");
        return "redirect:/cases/" + id;
    }

    private static Map<String, Object> data(SupplyForm form) {
        String remark = Objects.requireNonNullElse(form.remark(), "").strip();
        return remark.isEmpty() ? Map.of() : Map.of("remark", remark);
    }

    private static void addCase(Model model, Case shown) {
        model.addAttribute("case", shown);
    }
}
