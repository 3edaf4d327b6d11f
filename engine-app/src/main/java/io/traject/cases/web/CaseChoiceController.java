package io.traject.cases.web;

import io.traject.access.Permission;
import io.traject.cases.CaseFilter;
import io.traject.cases.CaseList;
import io.traject.cases.CaseState;
import io.traject.cases.CaseSummary;
import io.traject.web.ListDefaults;
import io.traject.web.ListPage;
import io.traject.web.ListQuery;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The cases of an organisation, an employer or an employee that the visitor may reopen or cancel, to choose one of (A7). */
@Controller
class CaseChoiceController {

    static final String TO_REOPEN = "/cases/to-reopen";
    static final String TO_CANCEL = "/cases/to-cancel";

    private final CaseList cases;
    private final CasesAbout about;

    CaseChoiceController(CaseList cases, CasesAbout about) {
        this.cases = cases;
        this.about = about;
    }

    @GetMapping(TO_REOPEN)
    String toReopen(
            @ListDefaults(
                            sort = "-number",
                            sortable = {"number", "subject", "dueAt", "openedAt"},
                            filters = {"q", CasesAbout.EMPLOYEE, CasesAbout.EMPLOYER})
                    ListQuery query,
            Model model) {
        return choose(query, CaseState.CLOSED, Permission.CASES_REOPEN, model);
    }

    @GetMapping(TO_CANCEL)
    String toCancel(
            @ListDefaults(
                            sort = "-number",
                            sortable = {"number", "subject", "dueAt", "openedAt"},
                            filters = {"q", CasesAbout.EMPLOYEE, CasesAbout.EMPLOYER})
                    ListQuery query,
            Model model) {
        return choose(query, CaseState.OPEN, Permission.CASES_CANCEL, model);
    }

    private String choose(ListQuery query, CaseState state, Permission permission, Model model) {
        CaseFilter filter = about.filter(
                new CaseFilter(Optional.empty(), Optional.of(state), Optional.empty(), query.filter("q")), query);
        model.addAttribute("about", about.named(query));
        model.addAttribute(
                "list", ListPage.of(query, cases.find(filter, query.portion(), permission), CaseSummary::id));
        model.addAttribute("reopening", state == CaseState.CLOSED);
        return "cases/choice";
    }
}
