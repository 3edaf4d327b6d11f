package io.traject.web.pages;

import io.traject.web.DashboardAction;
import io.traject.web.DashboardPanel;
import java.util.Comparator;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page after sign-in: what may be started, and what every room has to tell. */
@Controller
class DashboardController {

    /** A panel with what it shows. */
    public record Shown(String key, String fragment, Object model) {}

    private final ObjectProvider<DashboardAction> actions;
    private final ObjectProvider<DashboardPanel> panels;

    DashboardController(ObjectProvider<DashboardAction> actions, ObjectProvider<DashboardPanel> panels) {
        this.actions = actions;
        this.panels = panels;
    }

    @GetMapping("/")
    String show(Model model) {
        model.addAttribute(
                "actions",
                actions.stream()
                        .filter(action -> action.visible().getAsBoolean())
                        .sorted(Comparator.comparingInt(DashboardAction::order))
                        .toList());
        model.addAttribute(
                "panels",
                panels.stream()
                        .filter(panel -> panel.visible().getAsBoolean())
                        .sorted(Comparator.comparingInt(DashboardPanel::order))
                        .flatMap(DashboardController::shown)
                        .toList());
        return "web/dashboard";
    }

    private static Stream<Shown> shown(DashboardPanel panel) {
        Object model = panel.model().get();
        return model == null ? Stream.empty() : Stream.of(new Shown(panel.key(), panel.fragment(), model));
    }
}
