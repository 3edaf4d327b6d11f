package io.traject.organisation.employees.web;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.Bsn;
import io.traject.kernel.lists.Slice;
import io.traject.organisation.employees.EmployeeFilter;
import io.traject.organisation.employees.EmployeeList;
import io.traject.organisation.employees.EmployeeSummary;
import io.traject.organisation.employees.FindByBsn;
import io.traject.organisation.employees.forms.Typed;
import io.traject.organisation.tree.Tree;
import io.traject.web.Flash;
import io.traject.web.ListDefaults;
import io.traject.web.ListPage;
import io.traject.web.ListQuery;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The employees within reach, and the search for one of them. */
@Controller
class EmployeeListPage {

    static final String SEARCH = "/employees/search";

    private static final String LIST = "redirect:/employees";

    private final EmployeeList employees;
    private final FindByBsn findByBsn;
    private final Tree tree;
    private final Authorization authorization;

    EmployeeListPage(EmployeeList employees, FindByBsn findByBsn, Tree tree, Authorization authorization) {
        this.employees = employees;
        this.findByBsn = findByBsn;
        this.tree = tree;
        this.authorization = authorization;
    }

    @GetMapping("/employees")
    String list(
            @ListDefaults(
                            sort = "name",
                            sortable = {"name", "number"},
                            filters = {"q", "archived", "at"})
                    ListQuery query,
            Model model,
            RedirectAttributes redirect) {
        Optional<UUID> at = query.filter("at").flatMap(EmployeeListPage::id);
        Optional<String> text = query.filter("q");
        if (text.flatMap(EmployeeListPage::bsn).isPresent()) {
            Flash.info(redirect, "organisation.employees.bsn.notInAddress");
            return LIST;
        }
        boolean archived = query.filter("archived").isPresent();
        Slice<EmployeeSummary> found = employees.find(new EmployeeFilter(at, archived, text), query.portion());
        model.addAttribute("list", ListPage.of(query, found, EmployeeSummary::id));
        model.addAttribute("at", at.map(tree::get).orElse(null));
        model.addAttribute("mayEdit", authorization.may(Permission.EMPLOYEES_EDIT));
        model.addAttribute("mayImport", authorization.may(Permission.ORGANISATION_IMPORT));
        model.addAttribute("mayFindByBsn", authorization.may(Permission.EMPLOYEES_FIND_BY_BSN));
        return "organisation/employees/list";
    }

    /** Sent as a form, because somebody may type a BSN, which belongs in no address. */
    @PostMapping(SEARCH)
    String search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "") String archived,
            Model model,
            RedirectAttributes redirect) {
        Optional<Bsn> bsn = bsn(q);
        if (bsn.isEmpty()) {
            Typed.text(q.strip()).ifPresent(text -> redirect.addAttribute("q", text));
            Typed.text(at).ifPresent(node -> redirect.addAttribute("at", node));
            Typed.text(archived).ifPresent(yes -> redirect.addAttribute("archived", yes));
            return LIST;
        }
        if (!authorization.may(Permission.EMPLOYEES_FIND_BY_BSN)) {
            authorization.require(Permission.EMPLOYEES_VIEW);
            Flash.info(redirect, "organisation.employees.bsn.notAllowed");
            return LIST;
        }
        List<UUID> found = findByBsn.find(bsn.get());
        if (found.isEmpty()) {
            Flash.info(redirect, "organisation.employees.bsn.nobody");
            return LIST;
        }
        if (found.size() > 1) {
            model.addAttribute("found", employees.of(found));
            return "organisation/employees/found";
        }
        return LIST + "/" + found.getFirst();
    }

    /** The nine digits, as they may be typed or copied. */
    static Optional<Bsn> bsn(String typed) {
        return Bsn.parse(typed.replaceAll("[\\s.]", ""));
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
