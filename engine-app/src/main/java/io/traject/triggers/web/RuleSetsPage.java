package io.traject.triggers.web;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.ShippedRules;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The rules that the application comes with, to be read. */
@Controller
class RuleSetsPage {

    private final List<ShippedRules> sets;
    private final Authorization authorization;

    RuleSetsPage(List<ShippedRules> sets, Authorization authorization) {
        this.sets = List.copyOf(sets);
        this.authorization = authorization;
    }

    @GetMapping("/admin/triggers/rule-sets")
    String list(Model model) {
        authorization.organisation(Permission.TRIGGERS_EDIT);
        model.addAttribute("sets", sets);
        return "triggers/rule-sets";
    }
}
