package io.traject.cases.web;

import io.traject.access.Authorization;
import io.traject.cases.BatchLinks;
import io.traject.cases.CaseFilter;
import io.traject.cases.CaseList;
import io.traject.cases.CaseStage;
import io.traject.cases.CaseState;
import io.traject.cases.CaseSummary;
import io.traject.cases.ExportCases;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.Language;
import io.traject.kernel.lists.Slice;
import io.traject.settings.ActionLinks;
import io.traject.settings.LinkPlace;
import io.traject.web.ListDefaults;
import io.traject.web.ListPage;
import io.traject.web.ListQuery;
import io.traject.web.Option;
import io.traject.web.TableFile;
import io.traject.web.TableFile.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** All cases within reach. */
@Controller
class CaseListController {

    private final CaseList cases;
    private final ExportCases exportCases;
    private final List<BatchLinks> batches;
    private final CasesAbout about;
    private final ActionLinks actionLinks;
    private final Authorization authorization;
    private final MessageSource messages;

    CaseListController(
            CaseList cases,
            ExportCases exportCases,
            List<BatchLinks> batches,
            CasesAbout about,
            ActionLinks actionLinks,
            Authorization authorization,
            MessageSource messages) {
        this.cases = cases;
        this.exportCases = exportCases;
        this.batches = batches;
        this.about = about;
        this.actionLinks = actionLinks;
        this.authorization = authorization;
        this.messages = messages;
    }

    @GetMapping("/cases")
    String list(
            @ListDefaults(
                            sort = "-number",
                            sortable = {"number", "subject", "dueAt", "openedAt"},
                            filters = {"q", "state", "stage", "batch", CasesAbout.EMPLOYEE, CasesAbout.EMPLOYER})
                    ListQuery query,
            Model model,
            Locale locale) {
        CaseFilter filter = filter(query);
        Optional<UUID> batch = filter.batch();
        Slice<CaseSummary> found = cases.find(filter, query.portion());
        model.addAttribute("list", ListPage.of(query, found, CaseSummary::id));
        model.addAttribute(
                "batch",
                batch.flatMap(id -> batches.stream()
                                .flatMap(room -> room.find(id).stream())
                                .findFirst())
                        .orElse(null));
        model.addAttribute("states", options("cases.state.", CaseState.values(), locale));
        model.addAttribute("stages", options("cases.stage.", CaseStage.values(), locale));
        model.addAttribute("exportLimit", ExportCases.MOST);
        model.addAttribute("about", about.named(query));
        UUID organisation = authorization.actor().organisation().orElseThrow();
        model.addAttribute("links", actionLinks.on(LinkPlace.ORGANISATION, organisation, organisation));
        return "cases/list";
    }

    /** The same list as a file, without its pages. */
    @GetMapping("/cases/export.{format:xlsx|csv}")
    ResponseEntity<StreamingResponseBody> export(
            @PathVariable String format,
            @ListDefaults(
                            sort = "-number",
                            sortable = {"number", "subject", "dueAt", "openedAt"},
                            filters = {"q", "state", "stage", "batch", CasesAbout.EMPLOYEE, CasesAbout.EMPLOYER})
                    ListQuery query,
            Locale locale) {
        TableFile file = TableFile.valueOf(format.toUpperCase(Locale.ROOT));
        Table table = new Table(
                Stream.of("number", "subject", "state", "stage", "due", "opened")
                        .map(column -> text("cases.export." + column, locale))
                        .toList(),
                exportCases
                        .export(filter(query), query.sort(), query.descending())
                        .map(one -> row(one, locale)));
        return ResponseEntity.ok()
                .contentType(file.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(text("cases.export.file", locale) + "." + file.suffix())
                                .build()
                                .toString())
                .body(out -> file.write(out, Language.of(locale), text("cases.list.title", locale), table));
    }

    private List<?> row(CaseSummary one, Locale locale) {
        return List.of(
                one.number(),
                one.subject(),
                text("cases.state." + one.state(), locale),
                text("cases.stage." + one.stage(), locale),
                day(one.dueAt().minusNanos(1)),
                day(one.openedAt()));
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, BusinessTime.ZONE);
    }

    private CaseFilter filter(ListQuery query) {
        CaseFilter filter = new CaseFilter(
                query.filter("batch").flatMap(CaseListController::id),
                constant(CaseState.values(), query.filter("state")),
                constant(CaseStage.values(), query.filter("stage")),
                query.filter("q"));
        return about.filter(filter, query);
    }

    private List<Option> options(String prefix, Enum<?>[] constants, Locale locale) {
        return Arrays.stream(constants)
                .map(constant -> new Option(constant.name(), text(prefix + constant.name(), locale)))
                .toList();
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, new Object[0], locale);
    }

    private static <E extends Enum<E>> Optional<E> constant(E[] constants, Optional<String> name) {
        return name.flatMap(asked -> Arrays.stream(constants)
                .filter(constant -> constant.name().equals(asked))
                .findFirst());
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
