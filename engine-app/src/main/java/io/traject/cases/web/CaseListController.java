package io.traject.cases.web;

import io.traject.cases.BatchLinks;
import io.traject.cases.CaseFilter;
import io.traject.cases.CaseList;
import io.traject.cases.CaseStage;
import io.traject.cases.CaseState;
import io.traject.cases.CaseSummary;
import io.traject.kernel.lists.Slice;
import io.traject.web.ListDefaults;
import io.traject.web.ListPage;
import io.traject.web.ListQuery;
import io.traject.web.Option;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** All cases of the municipality. */
@Controller
class CaseListController {

    private final CaseList cases;
    private final List<BatchLinks> batches;
    private final MessageSource messages;

    CaseListController(CaseList cases, List<BatchLinks> batches, MessageSource messages) {
        this.cases = cases;
        this.batches = batches;
        this.messages = messages;
    }

    @GetMapping("/cases")
    String list(
            @ListDefaults(
                            sort = "-number",
                            sortable = {"number", "subject", "dueAt", "openedAt"},
                            filters = {"q", "state", "stage", "batch"})
                    ListQuery query,
            Model model,
            Locale locale) {
        Optional<UUID> batch = query.filter("batch").flatMap(CaseListController::id);
        Slice<CaseSummary> found = cases.find(
                new CaseFilter(
                        batch,
                        constant(CaseState.values(), query.filter("state")),
                        constant(CaseStage.values(), query.filter("stage")),
                        query.filter("q")),
                query.portion());
        model.addAttribute("list", ListPage.of(query, found, CaseSummary::id));
        model.addAttribute(
                "batch",
                batch.flatMap(id -> batches.stream()
                                .flatMap(room -> room.find(id).stream())
                                .findFirst())
                        .orElse(null));
        model.addAttribute("states", options("cases.state.", CaseState.values(), locale));
        model.addAttribute("stages", options("cases.stage.", CaseStage.values(), locale));
        return "cases/list";
    }

    private List<Option> options(String prefix, Enum<?>[] constants, Locale locale) {
        return Arrays.stream(constants)
                .map(constant -> new Option(
                        constant.name(), messages.getMessage(prefix + constant.name(), new Object[0], locale)))
                .toList();
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
