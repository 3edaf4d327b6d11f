package io.traject.organisation.finances.web;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.organisation.finances.FinancialRegister;
import io.traject.organisation.tree.Node;
import io.traject.web.Flash;
import io.traject.web.Overtaken;
import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The financial data of an establishment: shown first, then edited (A14). */
@Controller
@RequestMapping("/establishments/{id}/finances")
class FinancesPage {

    private static final String FORM = "organisation/finances/edit";

    private final FinancialRegister register;
    private final Authorization authorization;
    private final MessageSource messages;

    FinancesPage(FinancialRegister register, Authorization authorization, MessageSource messages) {
        this.register = register;
        this.authorization = authorization;
        this.messages = messages;
    }

    @GetMapping
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute("place", register.require(Permission.FINANCIAL_VIEW, id));
        model.addAttribute("data", register.of(id));
        model.addAttribute("mayEdit", authorization.may(Permission.FINANCIAL_EDIT, id));
        return "organisation/finances/show";
    }

    @GetMapping("/edit")
    String edit(@PathVariable UUID id, Model model) {
        Node place = register.require(Permission.FINANCIAL_EDIT, id);
        model.addAttribute("form", FinancesForm.of(register.of(id)));
        return form(place, model);
    }

    @PostMapping("/edit")
    String change(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") FinancesForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        Node place = register.require(Permission.FINANCIAL_EDIT, id);
        if (errors.hasErrors()) {
            return form(place, model);
        }
        try {
            register.change(id, form.data());
        } catch (OptimisticLockingFailureException | DataIntegrityViolationException overtaken) {
            FinancesForm stored = FinancesForm.of(register.of(id));
            model.addAttribute("overtaken", Overtaken.between(words(stored, locale), words(form, locale)));
            model.asMap().remove(BindingResult.MODEL_KEY_PREFIX + "form");
            model.addAttribute("form", form.onto(stored.version()));
            return form(place, model);
        }
        Flash.success(redirect, "organisation.finances.saved", place.name());
        return "redirect:/establishments/" + id + "/finances";
    }

    private static String form(Node place, Model model) {
        model.addAttribute("place", place);
        return FORM;
    }

    private Map<String, String> words(FinancesForm form, Locale locale) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put(text("organisation.finances.debtorNumber", locale), form.debtorNumber());
        words.put(text("organisation.finances.costCentre", locale), form.costCentre());
        words.put(text("organisation.finances.costUnit", locale), form.costUnit());
        words.put(text("organisation.finances.invoiceCode", locale), form.invoiceCode());
        return words;
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
