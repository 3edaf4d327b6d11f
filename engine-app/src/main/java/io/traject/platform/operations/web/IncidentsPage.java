package io.traject.platform.operations.web;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.cases.EnginePages;
import io.traject.cases.SubjectNames.Named;
import io.traject.platform.operations.Names;
import io.traject.platform.operations.RetryIncidents;
import io.traject.platform.operations.RetryIncidents.Selection;
import io.traject.web.Flash;
import io.traject.web.ListDefaults;
import io.traject.web.ListPage;
import io.traject.web.ListQuery;
import io.traject.workers.progress.OpenIncidents;
import io.traject.workers.progress.OpenIncidents.Kind;
import io.traject.workers.progress.OpenIncidents.Standstill;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The steps that stand still, and trying them again. */
@Controller
@RequestMapping("/operations/incidents")
class IncidentsPage {

    private static final String LIST = "redirect:/operations/incidents";

    private final OpenIncidents incidents;
    private final RetryIncidents retryIncidents;
    private final Names names;
    private final EnginePages enginePages;
    private final Authorization authorization;

    IncidentsPage(
            OpenIncidents incidents,
            RetryIncidents retryIncidents,
            Names names,
            EnginePages enginePages,
            Authorization authorization) {
        this.incidents = incidents;
        this.retryIncidents = retryIncidents;
        this.names = names;
        this.enginePages = enginePages;
        this.authorization = authorization;
    }

    /** @param municipality its name, when the subject is known */
    record Row(
            Standstill incident,
            @Nullable Named subject,
            @Nullable String municipality,
            Optional<URI> inEngine) {}

    @GetMapping
    String list(@ListDefaults(sort = "-since", filters = "kind") ListQuery query, Model model) {
        authorization.requireForInstallation(Permission.OPERATIONS);
        Optional<Kind> kind = query.filter("kind").map(IncidentsPage::kind);
        List<OpenIncidents.Count> kinds = incidents.kinds();
        long total = kinds.stream()
                .filter(count -> kind.isEmpty() || kind.get().equals(count.kind()))
                .mapToLong(OpenIncidents.Count::incidents)
                .sum();
        List<Standstill> shown = incidents.list(kind, query.offset(), query.size());
        model.addAttribute("list", new ListPage<>(query, rows(shown), total, false));
        model.addAttribute("kinds", kinds);
        return "platform/operations/incidents";
    }

    private List<Row> rows(List<Standstill> shown) {
        Map<UUID, Named> named = names.of(shown.stream()
                .map(Standstill::subject)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        Map<UUID, String> municipalities = names.municipalities();
        return shown.stream()
                .map(incident -> {
                    UUID key = incident.subject();
                    Named subject = key == null ? null : named.get(key);
                    return new Row(
                            incident,
                            subject,
                            subject == null ? null : municipalities.get(subject.organisation()),
                            enginePages.instance(incident.processInstanceKey()));
                })
                .toList();
    }

    /** Names what would be tried again: {@code key}s, all of a {@code kind}, or {@code all}. */
    record Asked(@Nullable List<Long> key, @Nullable String kind, boolean all) {

        Selection selection() {
            if (all) {
                return new Selection.All();
            }
            return kind == null
                    ? new Selection.Chosen(Objects.requireNonNullElse(key, List.of()))
                    : new Selection.OfKind(IncidentsPage.kind(kind));
        }
    }

    @GetMapping("/retry")
    String ask(
            @RequestParam(required = false) @Nullable List<Long> key,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(defaultValue = "false") boolean all,
            Model model,
            RedirectAttributes redirect) {
        var asked = new Asked(key, kind, all);
        List<Standstill> selected = retryIncidents.selected(asked.selection());
        if (selected.isEmpty()) {
            Flash.info(redirect, "platform.operations.incidents.noneChosen");
            return LIST;
        }
        model.addAttribute("asked", asked);
        model.addAttribute("count", selected.size());
        return "platform/operations/retry";
    }

    @PostMapping("/retry")
    String retry(
            @RequestParam(required = false) @Nullable List<Long> key,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(defaultValue = "false") boolean all,
            RedirectAttributes redirect) {
        int retried = retryIncidents.retry(new Asked(key, kind, all).selection());
        Flash.info(redirect, "platform.operations.incidents.retried", retried);
        return LIST;
    }

    /** As written in addresses: {@code process/element}. */
    private static Kind kind(String written) {
        int slash = written.indexOf('/');
        return slash < 0 ? new Kind("", written) : new Kind(written.substring(0, slash), written.substring(slash + 1));
    }
}
