package io.traject.registration.web;

import io.traject.organisation.employers.EmployerList;
import io.traject.organisation.employers.EmployerList.Unpublished;
import io.traject.organisation.employers.EmployerState;
import io.traject.organisation.employers.EmployerSummary;
import io.traject.web.ListDefaults;
import io.traject.web.ListPage;
import io.traject.web.ListQuery;
import io.traject.web.Option;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Employers that are not published: who added them, how long they rest, and how to go on; and those that were cancelled. */
@Controller
class EmployerDraftsPage {

    private static final String MINE = "mine";
    private static final String STATE = "state";

    private final EmployerList employers;
    private final MessageSource messages;

    EmployerDraftsPage(EmployerList employers, MessageSource messages) {
        this.employers = employers;
        this.messages = messages;
    }

    @GetMapping("/employers/drafts")
    String list(
            @ListDefaults(
                            sort = "workedOnAt",
                            sortable = {"name", "draftedAt", "workedOnAt"},
                            filters = {"q", "of", STATE})
                    ListQuery query,
            Model model,
            Locale locale) {
        var which = new Unpublished(
                query.filter("of").filter(MINE::equals).isPresent(),
                query.filter(STATE).flatMap(EmployerDraftsPage::state),
                query.filter("q"));
        model.addAttribute(
                "list", ListPage.of(query, employers.unpublished(which, query.portion()), EmployerSummary::id));
        model.addAttribute("onlyMine", query.filters().keySet().equals(Set.of("of")));
        model.addAttribute(
                "states",
                Stream.of(EmployerState.DRAFT, EmployerState.REGISTERED, EmployerState.CANCELLED)
                        .map(state -> new Option(
                                state.name(),
                                messages.getMessage("organisation.employers.state." + state, null, locale)))
                        .toList());
        model.addAttribute(
                "choices", List.of(new Option(MINE, messages.getMessage("registration.drafts.mine", null, locale))));
        return "registration/drafts";
    }

    private static Optional<EmployerState> state(String name) {
        return Arrays.stream(EmployerState.values())
                .filter(state -> state.name().equals(name))
                .findFirst();
    }
}
