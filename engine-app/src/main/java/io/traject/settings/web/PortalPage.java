package io.traject.settings.web;

import io.traject.kernel.Outcome;
import io.traject.settings.ActionLink;
import io.traject.settings.ActionLinks.Placed;
import io.traject.settings.ArrangePortal;
import io.traject.settings.ArrangePortal.Arrangement;
import io.traject.settings.LinkPlace;
import io.traject.settings.PlacedLink;
import io.traject.web.Flash;
import io.traject.web.Option;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The portal configuration of one's organisation: which action links stand where, and under which name (A7). */
@Controller
@RequestMapping("/admin/configuration/portal")
class PortalPage {

    private static final String PAGE = "settings/portal";

    private final ArrangePortal arrangePortal;
    private final MessageSource messages;

    PortalPage(ArrangePortal arrangePortal, MessageSource messages) {
        this.arrangePortal = arrangePortal;
        this.messages = messages;
    }

    /** Before anything typed is looked at. */
    @ModelAttribute("arrangement")
    Arrangement arrangement() {
        return arrangePortal.current();
    }

    @GetMapping
    String show(@ModelAttribute("arrangement") Arrangement arrangement, Locale locale, Model model) {
        return form(PortalForm.of(arrangement.links(), arrangement.version()), arrangement.links(), locale, model);
    }

    /** The usual arrangement, to be saved like any other. */
    @GetMapping("/usual")
    String usual(@ModelAttribute("arrangement") Arrangement arrangement, Locale locale, Model model) {
        List<Placed> usual = arrangePortal.usual();
        model.addAttribute("usual", true);
        return form(PortalForm.of(usual, arrangement.version()), usual, locale, model);
    }

    @PostMapping
    String save(
            @Valid @ModelAttribute("form") PortalForm form,
            BindingResult errors,
            @ModelAttribute("arrangement") Arrangement before,
            Locale locale,
            Model model,
            RedirectAttributes redirect) {
        form.checkLabels(errors);
        if (errors.hasErrors()) {
            return again(form, before, locale, model);
        }
        if (!saved(form, before)) {
            Arrangement now = arrangePortal.current();
            model.addAttribute("arrangement", now);
            model.addAttribute("meanwhile", differences(form, now));
            return again(new PortalForm(form.lines(), now.version()), now, locale, model);
        }
        Flash.success(redirect, "settings.portal.saved");
        return "redirect:/admin/configuration/portal";
    }

    private boolean saved(PortalForm form, Arrangement before) {
        try {
            return arrangePortal.arrange(form.places(before.links()), form.version()) instanceof Outcome.Done<Long>;
        } catch (OptimisticLockingFailureException | DataIntegrityViolationException atTheSameMoment) {
            return false;
        }
    }

    /** The form as it was typed, beside the links that it is about, in its own order. */
    private String again(PortalForm form, Arrangement arrangement, Locale locale, Model model) {
        List<Placed> inOrder = form.lines().stream()
                .flatMap(line -> arrangement.links().stream()
                        .filter(placed -> placed.link().key().equals(line.link())
                                && placed.link().file() == line.file()))
                .toList();
        return inOrder.size() == form.lines().size()
                ? form(form, inOrder, locale, model)
                : form(PortalForm.of(arrangement.links(), arrangement.version()), arrangement.links(), locale, model);
    }

    private String form(PortalForm form, List<Placed> links, Locale locale, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("links", links);
        model.addAttribute(
                "forms",
                Arrays.stream(LinkPlace.values())
                        .collect(Collectors.toMap(LinkPlace::name, file -> options(file, locale))));
        return PAGE;
    }

    private List<Option> options(LinkPlace file, Locale locale) {
        return Stream.of(ActionLink.Form.values())
                .filter(file.forms()::contains)
                .map(form -> new Option(
                        form.name(), messages.getMessage("settings.portal.form." + form, new Object[0], locale)))
                .toList();
    }

    /** How the links stand now that stand otherwise than typed, by their place in the form. */
    private static Map<Integer, PlacedLink> differences(PortalForm form, Arrangement now) {
        Map<Integer, PlacedLink> differences = new HashMap<>();
        for (int i = 0; i < form.lines().size(); i++) {
            PortalForm.Line line = form.lines().get(i);
            int place = i;
            now.links().stream()
                    .filter(placed -> placed.link().key().equals(line.link())
                            && placed.link().file() == line.file())
                    .filter(placed -> !Objects.equals(line.place(placed.link()), placed.place()))
                    .forEach(placed -> differences.put(place, placed.place()));
        }
        return differences;
    }
}
