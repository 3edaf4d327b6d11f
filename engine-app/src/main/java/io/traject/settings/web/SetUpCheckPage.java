package io.traject.settings.web;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.SetUpCheck;
import io.traject.kernel.SetUpCheck.Finding;
import io.traject.web.Meaning;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What is set up and what is not, looked at when the page is opened. */
@Controller
class SetUpCheckPage {

    /** A line of the page. */
    record Line(String titleKey, Finding finding) {

        public Meaning meaning() {
            return switch (finding.state()) {
                case OK -> Meaning.SUCCESS;
                case WARNING -> Meaning.WARNING;
                case MISSING -> Meaning.DANGER;
            };
        }

        public String stateKey() {
            return switch (finding.state()) {
                case OK -> "settings.check.ok";
                case WARNING -> "settings.check.warning";
                case MISSING -> "settings.check.missing";
            };
        }
    }

    private final ObjectProvider<SetUpCheck> checks;
    private final Authorization authorization;

    SetUpCheckPage(ObjectProvider<SetUpCheck> checks, Authorization authorization) {
        this.checks = checks;
        this.authorization = authorization;
    }

    @GetMapping("/admin/set-up-check")
    String show(Model model) {
        authorization.require(Permission.OPERATIONS);
        List<Line> lines = checks.orderedStream()
                .map(check -> new Line(check.titleKey(), check.look()))
                .toList();
        model.addAttribute("lines", lines);
        model.addAttribute(
                "open",
                lines.stream()
                        .filter(line -> line.finding().state() != SetUpCheck.State.OK)
                        .count());
        return "settings/set-up-check";
    }
}
