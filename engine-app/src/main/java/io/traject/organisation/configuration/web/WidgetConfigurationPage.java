package io.traject.organisation.configuration.web;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.organisation.configuration.Changed;
import io.traject.organisation.configuration.ConfigureWidgets;
import io.traject.organisation.configuration.Widget;
import io.traject.organisation.configuration.WidgetConfiguration;
import io.traject.organisation.configuration.WidgetField;
import io.traject.organisation.configuration.Widgets;
import io.traject.web.Flash;
import io.traject.web.Overtaken;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the widgets of employers, employments and employees show (A2, A17, A18). */
@Controller
@RequestMapping("/admin/configuration/widgets")
class WidgetConfigurationPage {

    private static final String PAGE = "organisation/configuration/widgets";

    private final WidgetConfiguration configuration;
    private final ConfigureWidgets configureWidgets;
    private final Authorization authorization;
    private final MessageSource messages;

    WidgetConfigurationPage(
            WidgetConfiguration configuration,
            ConfigureWidgets configureWidgets,
            Authorization authorization,
            MessageSource messages) {
        this.configuration = configuration;
        this.configureWidgets = configureWidgets;
        this.authorization = authorization;
        this.messages = messages;
    }

    /**
     * A field with its box.
     *
     * @param asked whether anybody is asked for what it shows
     */
    record Box(WidgetField field, boolean on, boolean asked) {}

    /** A widget with its boxes. */
    record Section(Widget widget, List<Box> boxes) {}

    @GetMapping
    String show(Model model) {
        Widgets stored = stored();
        return form(stored::wants, stored, model);
    }

    @PostMapping
    String save(
            @RequestParam(defaultValue = "") Set<String> shown,
            @RequestParam long version,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        Map<WidgetField, Boolean> chosen =
                Arrays.stream(WidgetField.values()).collect(toMap(identity(), field -> shown.contains(field.name())));
        try {
            configureWidgets.configure(chosen, version);
        } catch (OptimisticLockingFailureException | DataIntegrityViolationException overtaken) {
            Widgets stored = stored();
            Overtaken differences = Overtaken.between(words(stored::wants, locale), words(chosen::get, locale));
            model.addAttribute(
                    "overtaken",
                    stored.changed().map(Changed::by).map(differences::by).orElse(differences));
            return form(chosen::get, stored, model);
        }
        Flash.success(redirect, "organisation.widgets.saved");
        return "redirect:/admin/configuration/widgets";
    }

    private Widgets stored() {
        return configuration.of(authorization.organisation(Permission.CONFIGURATION));
    }

    private static String form(Predicate<WidgetField> on, Widgets stored, Model model) {
        model.addAttribute(
                "sections",
                Arrays.stream(Widget.values())
                        .map(widget -> new Section(
                                widget,
                                widget.fields().stream()
                                        .map(field -> new Box(field, on.test(field), stored.canShow(field)))
                                        .toList()))
                        .toList());
        model.addAttribute("stored", stored);
        return PAGE;
    }

    private Map<String, String> words(Predicate<WidgetField> on, Locale locale) {
        return Arrays.stream(WidgetField.values())
                .collect(toMap(
                        field -> "%s – %s"
                                .formatted(text(field.widget().labelKey(), locale), text(field.labelKey(), locale)),
                        field -> text("organisation.widgets." + (on.test(field) ? "on" : "off"), locale),
                        (first, second) -> first,
                        LinkedHashMap::new));
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
