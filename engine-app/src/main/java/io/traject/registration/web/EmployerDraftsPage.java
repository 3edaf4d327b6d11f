package io.traject.registration.web;

import io.traject.organisation.employers.EmployerList;
import io.traject.organisation.employers.EmployerSummary;
import io.traject.web.ListDefaults;
import io.traject.web.ListPage;
import io.traject.web.ListQuery;
import io.traject.web.Option;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Employers that are not published yet: who added them, how long they rest, and how to go on. */
@Controller
class EmployerDraftsPage {

    private static final String MINE = "mine";

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
                            filters = "of")
                    ListQuery query,
            Model model,
            Locale locale) {
        boolean mine = query.filter("of").filter(MINE::equals).isPresent();
        model.addAttribute(
                "list", ListPage.of(query, employers.unpublished(mine, query.portion()), EmployerSummary::id));
        model.addAttribute(
                "choices", List.of(new Option(MINE, messages.getMessage("registration.drafts.mine", null, locale))));
        return "registration/drafts";
    }
}
