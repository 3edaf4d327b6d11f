package io.traject.access.web;

import io.traject.access.AuditTrail.Value;
import io.traject.access.FilePart;
import io.traject.access.audit.CheckSeal;
import io.traject.access.audit.CheckSeal.Checked;
import io.traject.access.audit.CheckSeal.Seal;
import io.traject.access.audit.Log;
import io.traject.access.audit.LogEntry;
import io.traject.access.audit.LogFilter;
import io.traject.access.audit.ReadLogs;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.Language;
import io.traject.kernel.lists.Slice;
import io.traject.web.Flash;
import io.traject.web.ListDefaults;
import io.traject.web.ListPage;
import io.traject.web.ListQuery;
import io.traject.web.Option;
import io.traject.web.TableFile;
import io.traject.web.TableFile.Table;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** For auditors: who changed what, who looked at which file, and whether both logs are as they were sealed. */
@Controller
@RequestMapping("/audit")
class AuditController {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(BusinessTime.ZONE);

    private final ReadLogs logs;
    private final CheckSeal checkSeal;
    private final MessageSource messages;

    AuditController(ReadLogs logs, CheckSeal checkSeal, MessageSource messages) {
        this.logs = logs;
        this.checkSeal = checkSeal;
        this.messages = messages;
    }

    @GetMapping
    String changes(
            @ListDefaults(
                            sort = "-at",
                            filters = {"who", "person", "object", "kind", "from", "until"})
                    ListQuery query,
            Model model,
            Locale locale) {
        return list(Log.CHANGES, query, model, locale);
    }

    @GetMapping("/access")
    String looks(
            @ListDefaults(
                            sort = "-at",
                            filters = {"who", "person", "object", "kind", "what", "from", "until"})
                    ListQuery query,
            Model model,
            Locale locale) {
        model.addAttribute(
                "parts",
                Arrays.stream(FilePart.values())
                        .map(part -> new Option(
                                part.name().toLowerCase(Locale.ROOT), text("access.audit.part." + part, locale)))
                        .toList());
        return list(Log.LOOKS, query, model, locale);
    }

    private String list(Log log, ListQuery query, Model model, Locale locale) {
        Slice<LogEntry> found = logs.read(log, filter(query), query.portion());
        model.addAttribute("list", ListPage.of(query, found, LogEntry::id));
        model.addAttribute("references", logs.references(found.items()));
        model.addAttribute(
                "kinds",
                logs.kinds(log).stream()
                        .map(kind -> new Option(kind, text("access.audit.object." + kind, locale)))
                        .toList());
        model.addAttribute("exportLimit", ReadLogs.MOST);
        return log == Log.CHANGES ? "access/audit" : "access/audit-access";
    }

    @GetMapping("/export.{format:xlsx|csv}")
    ResponseEntity<StreamingResponseBody> exportChanges(
            @PathVariable String format,
            @ListDefaults(
                            sort = "-at",
                            filters = {"who", "person", "object", "kind", "from", "until"})
                    ListQuery query,
            Locale locale) {
        return export(Log.CHANGES, format, query, locale);
    }

    @GetMapping("/access/export.{format:xlsx|csv}")
    ResponseEntity<StreamingResponseBody> exportLooks(
            @PathVariable String format,
            @ListDefaults(
                            sort = "-at",
                            filters = {"who", "person", "object", "kind", "what", "from", "until"})
                    ListQuery query,
            Locale locale) {
        return export(Log.LOOKS, format, query, locale);
    }

    private ResponseEntity<StreamingResponseBody> export(Log log, String format, ListQuery query, Locale locale) {
        TableFile file = TableFile.valueOf(format.toUpperCase(Locale.ROOT));
        Table table = new Table(
                Stream.of("at", "who", "behalf", "what", "kind", "object", "values", "block")
                        .map(column -> text("access.audit.column." + column, locale))
                        .toList(),
                logs.export(log, filter(query)).map(entry -> row(log, entry, locale)));
        return ResponseEntity.ok()
                .contentType(file.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(text("access.audit.file." + log, locale) + "." + file.suffix())
                                .build()
                                .toString())
                .body(out -> file.write(out, Language.of(locale), text("access.audit.file." + log, locale), table));
    }

    private List<?> row(Log log, LogEntry entry, Locale locale) {
        return List.of(
                MOMENT.format(entry.at()),
                entry.actor().name(),
                entry.behalf().map(LogEntry.Person::name).orElse(""),
                text((log == Log.CHANGES ? "access.audit.action." : "access.audit.part.") + entry.what(), locale),
                text("access.audit.object." + entry.kind(), locale),
                entry.object().toString(),
                entry.values().stream().map(AuditController::shown).collect(Collectors.joining("; ")),
                entry.block().map(block -> Long.toString(block)).orElse(""));
    }

    private static String shown(Value value) {
        return value.masked()
                ? value.field() + ": …"
                : "%s: %s → %s"
                        .formatted(
                                value.field(),
                                value.before().orElse("–"),
                                value.after().orElse("–"));
    }

    @GetMapping("/seal")
    String seal(Model model) {
        model.addAttribute("seals", checkSeal.seals());
        return "access/audit-seal";
    }

    @PostMapping("/seal")
    String check(RedirectAttributes redirect) {
        if (checkSeal.checkNow().stream().allMatch(Checked::isWhole)) {
            Flash.success(redirect, "access.audit.seal.checked");
        } else {
            Flash.danger(redirect, "access.audit.seal.broken");
        }
        return "redirect:/audit/seal";
    }

    /** The newest hashes, to be kept where nobody who keeps the database can change them. */
    @GetMapping("/seal.txt")
    ResponseEntity<String> hashes() {
        String lines = checkSeal.seals().stream().map(AuditController::line).collect(Collectors.joining());
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_PLAIN)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("traject-seal.txt")
                                .build()
                                .toString())
                .body(lines);
    }

    private static String line(Seal seal) {
        return "%s %d %s %s%n"
                .formatted(
                        seal.log(),
                        seal.newest(),
                        seal.sealedAt().map(Object::toString).orElse("-"),
                        seal.hash());
    }

    private static LogFilter filter(ListQuery query) {
        return new LogFilter(
                query.filter("person").flatMap(AuditController::id),
                query.filter("who"),
                query.filter("object"),
                query.filter("kind"),
                query.filter("what"),
                query.filter("from").flatMap(AuditController::day),
                query.filter("until").flatMap(AuditController::day));
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException malformed) {
            return Optional.empty();
        }
    }

    /** What a later version recorded is shown by its code. */
    private String text(String key, Locale locale) {
        String code = key.substring(key.lastIndexOf('.') + 1);
        return Objects.requireNonNull(messages.getMessage(key, new Object[0], code, locale));
    }
}
