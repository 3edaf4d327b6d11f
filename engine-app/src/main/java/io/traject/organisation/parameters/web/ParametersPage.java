package io.traject.organisation.parameters.web;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.Outcome;
import io.traject.kernel.Refusal;
import io.traject.organisation.parameters.AddParameter;
import io.traject.organisation.parameters.Parameter;
import io.traject.organisation.parameters.ParameterChange;
import io.traject.organisation.parameters.ParameterRegister;
import io.traject.organisation.parameters.ParameterSetting;
import io.traject.organisation.parameters.RemoveParameter;
import io.traject.organisation.parameters.SetParameter;
import io.traject.organisation.tree.Tree;
import io.traject.web.Flash;
import io.traject.web.Meaning;
import io.traject.web.Overtaken;
import io.traject.web.TimelineEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The parameters of the visitor's organisation, or of one of its employers: add, switch on, give a value (A49). */
@Controller
@RequestMapping({"/admin/configuration/parameters", "/employers/{id}/parameters"})
class ParametersPage {

    private static final String FORM = "organisation/parameters/parameter";

    private final ParameterRegister register;
    private final AddParameter addParameter;
    private final SetParameter setParameter;
    private final RemoveParameter removeParameter;
    private final ParameterTexts texts;
    private final Tree tree;
    private final Authorization authorization;

    ParametersPage(
            ParameterRegister register,
            AddParameter addParameter,
            SetParameter setParameter,
            RemoveParameter removeParameter,
            ParameterTexts texts,
            Tree tree,
            Authorization authorization) {
        this.register = register;
        this.addParameter = addParameter;
        this.setParameter = setParameter;
        this.removeParameter = removeParameter;
        this.texts = texts;
        this.tree = tree;
        this.authorization = authorization;
    }

    /**
     * Whose parameters.
     *
     * @param employer its name; null for the organisation itself
     * @param page address of the list
     */
    record Owner(UUID id, @Nullable String employer, String page) {}

    /** A setting as it is typed. */
    record Form(Boolean on, @Nullable String value, long version) {

        Form {
            on = ticked(on);
        }

        private static boolean ticked(@Nullable Boolean box) {
            return Boolean.TRUE.equals(box);
        }

        static Form of(ParameterSetting setting) {
            return new Form(setting.enabled(), setting.value(), setting.version());
        }

        String typed() {
            return Objects.requireNonNullElse(value, "");
        }
    }

    /** Before anything typed is looked at. */
    @ModelAttribute("owner")
    Owner owner(@PathVariable Optional<UUID> id) {
        return id.map(employer -> {
                    authorization.require(Permission.CONFIGURATION, employer);
                    return new Owner(employer, tree.get(employer).name(), "/employers/" + employer + "/parameters");
                })
                .orElseGet(() -> new Owner(
                        authorization.organisation(Permission.CONFIGURATION), null, "/admin/configuration/parameters"));
    }

    @GetMapping
    String list(@ModelAttribute("owner") Owner owner, Model model) {
        model.addAttribute("entries", register.of(owner.id()));
        model.addAttribute("addable", !register.addable(owner.id()).isEmpty());
        return "organisation/parameters/list";
    }

    @GetMapping("/new")
    String choose(@ModelAttribute("owner") Owner owner, Model model) {
        Map<String, List<Parameter<?>>> categories = register.addable(owner.id()).stream()
                .collect(Collectors.groupingBy(Parameter::category, LinkedHashMap::new, Collectors.toList()));
        model.addAttribute("categories", categories);
        return "organisation/parameters/new";
    }

    @PostMapping("/new")
    String add(
            @ModelAttribute("owner") Owner owner,
            @RequestParam(defaultValue = "") String code,
            RedirectAttributes redirect) {
        if (code.isEmpty()) {
            Flash.danger(redirect, "organisation.parameters.chooseFirst");
            return "redirect:" + owner.page() + "/new";
        }
        addParameter.add(owner.id(), code).orThrow();
        Flash.success(redirect, "organisation.parameters.added", code);
        return "redirect:" + owner.page() + "/" + code;
    }

    @GetMapping("/{parameter}")
    String show(@ModelAttribute("owner") Owner owner, @PathVariable("parameter") String code, Model model) {
        ParameterRegister.Entry entry = register.get(owner.id(), code);
        model.addAttribute("form", Form.of(entry.setting()));
        return form(owner, entry, model);
    }

    @PostMapping("/{parameter}")
    String set(
            @ModelAttribute("owner") Owner owner,
            @PathVariable("parameter") String code,
            @ModelAttribute("form") Form form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        try {
            Outcome<ParameterSetting> set = setParameter.set(owner.id(), code, form.on(), form.typed(), form.version());
            if (set instanceof Outcome.Refused<ParameterSetting>(Refusal refusal)) {
                errors.rejectValue(
                        "value", refusal.messageKey(), refusal.arguments().toArray(), refusal.code());
                return form(owner, register.get(owner.id(), code), model);
            }
        } catch (OptimisticLockingFailureException overtaken) {
            return overtaken(owner, register.get(owner.id(), code), form, model);
        }
        Flash.success(redirect, "organisation.parameters.saved", code);
        return "redirect:" + owner.page();
    }

    @GetMapping("/{parameter}/removal")
    String askRemoval(@ModelAttribute("owner") Owner owner, @PathVariable("parameter") String code, Model model) {
        model.addAttribute("entry", register.get(owner.id(), code));
        model.addAttribute("consequences", List.of(texts.text("organisation.parameters.removal.what")));
        return "organisation/parameters/removal";
    }

    @PostMapping("/{parameter}/removal")
    String remove(
            @ModelAttribute("owner") Owner owner, @PathVariable("parameter") String code, RedirectAttributes redirect) {
        removeParameter.remove(owner.id(), code);
        Flash.success(redirect, "organisation.parameters.removed", code);
        return "redirect:" + owner.page();
    }

    private String overtaken(Owner owner, ParameterRegister.Entry entry, Form form, Model model) {
        Overtaken differences = Overtaken.between(words(entry, Form.of(entry.setting())), words(entry, form));
        model.addAttribute(
                "overtaken",
                register.history(owner.id(), entry.setting().code()).stream()
                        .findFirst()
                        .map(last -> differences.by(last.by()))
                        .orElse(differences));
        Form again = new Form(form.on(), form.value(), entry.setting().version());
        model.asMap().remove(BindingResult.MODEL_KEY_PREFIX + "form");
        model.addAttribute("form", again);
        return form(owner, entry, model);
    }

    private Map<String, String> words(ParameterRegister.Entry entry, Form form) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put(texts.text("organisation.parameters.state"), state(form.on()));
        words.put(texts.text("organisation.parameters.value"), value(entry, form.typed()));
        return words;
    }

    private String form(Owner owner, ParameterRegister.Entry entry, Model model) {
        model.addAttribute("entry", entry);
        entry.parameter().ifPresent(parameter -> {
            model.addAttribute("parameter", parameter);
            model.addAttribute("options", texts.options(parameter));
            model.addAttribute("valueHint", texts.hint(parameter));
            model.addAttribute("holding", register.holding(owner.id(), parameter));
        });
        model.addAttribute(
                "history",
                register.history(owner.id(), entry.setting().code()).stream()
                        .map(change -> line(entry, change))
                        .toList());
        return FORM;
    }

    private TimelineEntry line(ParameterRegister.Entry entry, ParameterChange change) {
        Meaning meaning = switch (change.kind()) {
            case SWITCHED_ON -> Meaning.SUCCESS;
            case SWITCHED_OFF, REMOVED -> Meaning.WARNING;
            case ADDED, CHANGED -> Meaning.INFO;
        };
        return TimelineEntry.of(
                        change.at(),
                        meaning,
                        texts.text("organisation.parameters.change." + change.kind(), value(entry, change.value())))
                .by(change.by());
    }

    private String state(boolean on) {
        return texts.text("organisation.parameters." + (on ? "on" : "off"));
    }

    private String value(ParameterRegister.Entry entry, String stored) {
        return entry.parameter()
                .map(parameter -> texts.value(parameter, stored))
                .orElse(stored);
    }
}
