package io.traject.settings.web;

import io.traject.settings.SetUpReport;
import io.traject.web.Meaning;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What is set up and what is not, looked at when the page is opened; the dashboard says what is not. */
@Controller
class SetUpCheckPage {

    /** A line as shown. */
    record Line(SetUpReport.Line report) {

        public Meaning meaning() {
            return switch (report.finding().state()) {
                case OK -> Meaning.SUCCESS;
                case WARNING -> Meaning.WARNING;
                case MISSING -> Meaning.DANGER;
            };
        }
    }

    private final SetUpReport report;

    SetUpCheckPage(SetUpReport report) {
        this.report = report;
    }

    @GetMapping("/admin/set-up-check")
    String show(Model model) {
        List<SetUpReport.Line> lines = report.lines();
        model.addAttribute("lines", lines.stream().map(Line::new).toList());
        model.addAttribute("open", open(lines));
        return "settings/set-up-check";
    }

    static long open(List<SetUpReport.Line> lines) {
        return lines.stream().filter(SetUpReport.Line::isOpen).count();
    }
}
