package io.traject.triggers.web;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.Language;
import io.traject.kernel.Outcome;
import io.traject.kernel.Refusal;
import io.traject.triggers.editing.RuleWords;
import io.traject.triggers.editing.Trigger;
import io.traject.triggers.editing.TriggerBook;
import io.traject.triggers.exchange.Conversion;
import io.traject.triggers.exchange.ImportTriggers;
import io.traject.triggers.exchange.ImportTriggers.Item;
import io.traject.triggers.exchange.TriggerFile;
import io.traject.web.Flash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Triggers out of and into files. What a file would make is shown before it is made. */
@Controller
@RequestMapping("/admin/triggers")
class TriggerExchangePage {

    private static final String IMPORT = "triggers/import";

    /** More than the largest file can have. */
    private static final long MOST_BYTES = 4L * ImportTriggers.LARGEST;

    private final TriggerBook book;
    private final ImportTriggers importTriggers;
    private final RuleWords words;
    private final Authorization authorization;
    private final MessageSource messages;

    TriggerExchangePage(
            TriggerBook book,
            ImportTriggers importTriggers,
            RuleWords words,
            Authorization authorization,
            MessageSource messages) {
        this.book = book;
        this.importTriggers = importTriggers;
        this.words = words;
        this.authorization = authorization;
        this.messages = messages;
    }

    @GetMapping("/export.json")
    ResponseEntity<byte[]> exportAll() {
        return file("triggers.json", book.all());
    }

    @GetMapping("/{id}/export.json")
    ResponseEntity<byte[]> export(@PathVariable UUID id) {
        return file("trigger-" + id + ".json", List.of(book.get(id)));
    }

    @GetMapping("/import")
    String choose() {
        authorization.organisation(Permission.TRIGGERS_EDIT);
        return IMPORT;
    }

    /**
     * A trigger that would be made, in words.
     *
     * @param name that it would get
     * @param mistakes each with its place
     */
    record Preview(Item item, String name, String sentence, List<String> mistakes, List<ReportLine> report) {}

    /** @param failed whether it could not be converted */
    record ReportLine(String was, String became, boolean failed) {}

    @PostMapping("/import")
    String preview(@RequestParam(required = false) @Nullable MultipartFile file, Locale locale, Model model)
            throws IOException {
        authorization.organisation(Permission.TRIGGERS_EDIT);
        if (file != null && file.getSize() > MOST_BYTES) {
            return refused(Refusal.of("triggers-file-too-large", ImportTriggers.LARGEST), locale, model);
        }
        String text = file == null ? "" : new String(file.getBytes(), StandardCharsets.UTF_8);
        switch (importTriggers.preview(text)) {
            case Outcome.Done<List<Item>>(List<Item> items) -> {
                model.addAttribute("text", text);
                model.addAttribute(
                        "made",
                        items.stream().filter(item -> item.draft().isPresent()).count());
                model.addAttribute(
                        "previews",
                        items.stream()
                                .map(item -> preview(item, Language.of(locale)))
                                .toList());
                return "triggers/import-preview";
            }
            case Outcome.Refused<List<Item>>(Refusal refusal) -> {
                return refused(refusal, locale, model);
            }
        }
    }

    private String refused(Refusal refusal, Locale locale, Model model) {
        model.addAttribute(
                "error",
                messages.getMessage(refusal.messageKey(), refusal.arguments().toArray(), locale));
        return IMPORT;
    }

    @PostMapping("/import/drafts")
    String run(@RequestParam(defaultValue = "") String text, RedirectAttributes redirect) {
        return switch (importTriggers.run(text)) {
            case Outcome.Done<List<Item>>(List<Item> items) -> {
                Flash.success(
                        redirect,
                        "triggers.import.done",
                        items.stream().filter(item -> item.draft().isPresent()).count());
                yield "redirect:/admin/triggers?state=DRAFT";
            }
            case Outcome.Refused<List<Item>>(Refusal refusal) -> {
                Flash.danger(redirect, refusal.messageKey(), refusal.arguments().toArray());
                yield "redirect:/admin/triggers/import";
            }
        };
    }

    private Preview preview(Item item, Language language) {
        UUID organisation = authorization.organisation(Permission.TRIGGERS_EDIT);
        return new Preview(
                item,
                item.draft().map(draft -> draft.called().name()).orElse(item.name()),
                item.draft()
                        .map(draft -> words.sentence(organisation, draft.content(), language))
                        .orElse(""),
                item.mistakes().stream()
                        .map(mistake -> mistake.place() + ": "
                                + messages.getMessage(
                                        mistake.messageKey(),
                                        mistake.arguments().toArray(),
                                        mistake.code(),
                                        language.locale()))
                        .toList(),
                item.report().stream().map(one -> line(one, language)).toList());
    }

    private ReportLine line(Conversion conversion, Language language) {
        return new ReportLine(
                conversion.was(),
                messages.getMessage(
                        conversion.messageKey(), conversion.arguments().toArray(), language.locale()),
                conversion.failed());
    }

    private static ResponseEntity<byte[]> file(String name, List<Trigger> triggers) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(TriggerFile.of(triggers));
    }
}
