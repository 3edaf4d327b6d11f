package io.traject.organisation.imports.web;

import io.traject.access.Authorization;
import io.traject.access.FileKind;
import io.traject.access.FilePart;
import io.traject.access.LooksAt;
import io.traject.access.Permission;
import io.traject.kernel.Language;
import io.traject.kernel.Outcome;
import io.traject.kernel.Refusal;
import io.traject.organisation.imports.CancelImport;
import io.traject.organisation.imports.ConfirmImport;
import io.traject.organisation.imports.Import;
import io.traject.organisation.imports.ImportCounts;
import io.traject.organisation.imports.ImportDirectory;
import io.traject.organisation.imports.ImportRow;
import io.traject.organisation.imports.ImportState;
import io.traject.organisation.imports.ImportTexts;
import io.traject.organisation.imports.RowFilter;
import io.traject.organisation.imports.SheetKind;
import io.traject.organisation.imports.UploadOrganisation;
import io.traject.sheets.UploadedFile;
import io.traject.web.Flash;
import io.traject.web.ListDefaults;
import io.traject.web.ListPage;
import io.traject.web.ListQuery;
import io.traject.web.Option;
import io.traject.web.Progress;
import io.traject.web.TableFile;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** From a spreadsheet, by way of what it would do, to what became of each of its rows. */
@Controller
@RequestMapping(ImportPages.PATH)
class ImportPages {

    static final String PATH = "/organisation/imports";

    private static final String ONE = "redirect:" + PATH + "/{id}";
    private static final List<String> STEPS = List.of(
            "organisation.imports.step.upload",
            "organisation.imports.step.check",
            "organisation.imports.step.agree",
            "organisation.imports.step.apply");

    private final UploadOrganisation uploadOrganisation;
    private final ConfirmImport confirmImport;
    private final CancelImport cancelImport;
    private final ImportDirectory directory;
    private final ImportTexts texts;
    private final Authorization authorization;
    private final MessageSource messages;

    ImportPages(
            UploadOrganisation uploadOrganisation,
            ConfirmImport confirmImport,
            CancelImport cancelImport,
            ImportDirectory directory,
            ImportTexts texts,
            Authorization authorization,
            MessageSource messages) {
        this.uploadOrganisation = uploadOrganisation;
        this.confirmImport = confirmImport;
        this.cancelImport = cancelImport;
        this.directory = directory;
        this.texts = texts;
        this.authorization = authorization;
        this.messages = messages;
    }

    /**
     * A row as the page shows it.
     *
     * @param link to what it is about; null while that is not there, or not for the reader
     */
    record RowView(
            ImportRow row,
            List<ImportTexts.Said> changes,
            List<ImportTexts.Wrong> problems,
            @Nullable String link) {}

    @GetMapping
    String list(@ListDefaults(sort = "-uploadedAt") ListQuery query, Model model) {
        model.addAttribute(
                "list", new ListPage<>(query, directory.list(query.offset(), query.size()), directory.count(), false));
        return "organisation/imports/list";
    }

    @GetMapping("/new")
    String form(Model model) {
        authorization.require(Permission.ORGANISATION_IMPORT);
        return form(model, null);
    }

    @PostMapping("/new")
    ModelAndView upload(@RequestParam MultipartFile file, Model model, Locale locale) throws IOException {
        authorization.require(Permission.ORGANISATION_IMPORT);
        try (UploadedFile uploaded = UploadedFile.of(file)) {
            return switch (uploadOrganisation.upload(uploaded.path(), uploaded.name())) {
                case Outcome.Done<UUID>(UUID id) -> new ModelAndView("redirect:" + PATH + "/" + id);
                case Outcome.Refused<UUID>(Refusal refusal) ->
                    new ModelAndView(
                            form(
                                    model,
                                    messages.getMessage(
                                            refusal.messageKey(),
                                            refusal.arguments().toArray(),
                                            locale)),
                            model.asMap(),
                            HttpStatus.UNPROCESSABLE_CONTENT);
            };
        }
    }

    private static String form(Model model, @Nullable String error) {
        model.addAttribute("error", error);
        model.addAttribute("steps", STEPS);
        return "organisation/imports/new";
    }

    @LooksAt(FileKind.IMPORT)
    @GetMapping("/{id}")
    String show(
            @PathVariable UUID id,
            @ListDefaults(
                            sort = "row",
                            filters = {"what"})
                    ListQuery query,
            Model model,
            Locale locale) {
        Import one = directory.get(id);
        ImportCounts counts = add(model, one);
        Optional<RowFilter> what = query.filter("what").flatMap(RowFilter::of);
        ListPage<RowView> rows = one.state() == ImportState.CHECKING
                ? new ListPage<>(query, List.of(), 0, false)
                : new ListPage<>(
                                query,
                                directory.rows(one, what, query.offset(), query.size()),
                                directory.countRows(one, what),
                                false)
                        .map(row -> view(row, locale));
        model.addAttribute("list", rows);
        model.addAttribute("options", options(locale));
        model.addAttribute("sheets", SheetKind.values());
        model.addAttribute("steps", STEPS);
        model.addAttribute("step", step(one, counts));
        model.addAttribute(
                "problems",
                one.problems().stream()
                        .map(problem -> texts.sentence(problem, locale))
                        .toList());
        return "organisation/imports/show";
    }

    /** The progress panel by itself; when the phase has ended the page is told to renew itself. */
    @GetMapping("/{id}/progress")
    String progress(@PathVariable UUID id, @RequestParam String phase, Model model, HttpServletResponse response) {
        Import one = directory.get(id);
        if (!one.state().name().equals(phase)) {
            response.setHeader("HX-Refresh", "true");
        }
        add(model, one);
        return "organisation/imports/show :: progress";
    }

    @PostMapping("/{id}/confirmation")
    String confirm(
            @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean agreed, RedirectAttributes redirect) {
        directory.get(id);
        if (agreed) {
            confirmImport.confirm(id).orThrow();
        } else {
            Flash.danger(redirect, "organisation.imports.agreement.missing");
        }
        return ONE;
    }

    @GetMapping("/{id}/cancellation")
    String askToCancel(@PathVariable UUID id, Model model) {
        add(model, directory.get(id));
        return "organisation/imports/cancel";
    }

    @PostMapping("/{id}/cancellation")
    String cancel(@PathVariable UUID id, RedirectAttributes redirect) {
        Import cancelled = cancelImport.cancel(id).orThrow();
        Flash.success(redirect, "organisation.imports.cancel.done", cancelled.fileName());
        return "redirect:" + PATH;
    }

    /** Everything that is wrong, to be mended in the spreadsheet. */
    @LooksAt(value = FileKind.IMPORT, part = FilePart.EXPORT)
    @GetMapping("/{id}/problems.xlsx")
    ResponseEntity<StreamingResponseBody> problems(@PathVariable UUID id, Locale locale) {
        Import one = directory.get(id);
        TableFile file = TableFile.XLSX;
        List<String> headers = Stream.of("sheet", "row", "cell", "column", "what", "why")
                .map(column -> text("organisation.imports.report." + column, locale))
                .toList();
        String name = text("organisation.imports.report.file", locale);
        return ResponseEntity.ok()
                .contentType(file.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + "." + file.suffix())
                                .build()
                                .toString())
                .body(out -> file.write(
                        out,
                        Language.of(locale),
                        name,
                        new TableFile.Table(
                                headers, texts.allProblems(one, locale).map(ImportPages::line))));
    }

    private static List<?> line(ImportTexts.Wrong wrong) {
        return List.of(
                wrong.sheet().title(),
                Integer.toString(wrong.row()),
                wrong.cell(),
                wrong.column(),
                wrong.label(),
                wrong.message());
    }

    private RowView view(ImportRow row, Locale locale) {
        boolean mayOpen = authorization.may(
                row.sheet() == SheetKind.EMPLOYEES ? Permission.EMPLOYEES_VIEW : Permission.ORGANISATION_VIEW);
        return new RowView(
                row,
                texts.changes(row.changes(), locale),
                texts.problems(row, locale),
                mayOpen && row.sheet() == SheetKind.EMPLOYEES
                        ? row.result().map(id -> "/employees/" + id).orElse(null)
                        : null);
    }

    private ImportCounts add(Model model, Import one) {
        ImportCounts counts = directory.counts(one);
        model.addAttribute("one", one);
        model.addAttribute("counts", counts);
        model.addAttribute("progress", progress(one, counts));
        return counts;
    }

    private static Progress progress(Import one, ImportCounts counts) {
        return one.state() == ImportState.CHECKING
                ? new Progress(one.checked(), 0, one.rows(), true)
                : new Progress(
                        counts.done(),
                        counts.failed(),
                        (long) counts.done() + counts.failed() + counts.planned(),
                        one.state().isRunning());
    }

    private static int step(Import one, ImportCounts counts) {
        return switch (one.state()) {
            case CHECKING, UNREADABLE, CANCELLED -> 1;
            case CHECKED -> counts.planned() == 0 ? 1 : 2;
            case APPLYING -> 3;
            case DONE -> STEPS.size();
        };
    }

    private List<Option> options(Locale locale) {
        return Arrays.stream(RowFilter.values())
                .map(filter -> new Option(filter.code(), text("organisation.imports.filter." + filter.code(), locale)))
                .toList();
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, new Object[0], locale);
    }
}
