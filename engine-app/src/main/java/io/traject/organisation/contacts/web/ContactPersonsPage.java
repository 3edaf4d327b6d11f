package io.traject.organisation.contacts.web;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.Language;
import io.traject.kernel.Languages;
import io.traject.kernel.NotFoundException;
import io.traject.organisation.contacts.ContactBook;
import io.traject.organisation.contacts.ContactPerson;
import io.traject.organisation.contacts.KeepContactPersons;
import io.traject.organisation.tree.Node;
import io.traject.organisation.tree.NodeKind;
import io.traject.organisation.tree.Tree;
import io.traject.web.Flash;
import io.traject.web.Option;
import io.traject.web.Overtaken;
import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Contact persons: add one to an employer or establishment, change, archive, bring back. */
@Controller
class ContactPersonsPage {

    private static final String FORM = "organisation/contacts/contact-person";
    private static final String BOUND_FORM = BindingResult.MODEL_KEY_PREFIX + "form";

    private final ContactBook book;
    private final KeepContactPersons keep;
    private final Tree tree;
    private final Authorization authorization;
    private final Languages languages;
    private final MessageSource messages;

    ContactPersonsPage(
            ContactBook book,
            KeepContactPersons keep,
            Tree tree,
            Authorization authorization,
            Languages languages,
            MessageSource messages) {
        this.book = book;
        this.keep = keep;
        this.tree = tree;
        this.authorization = authorization;
        this.languages = languages;
        this.messages = messages;
    }

    @GetMapping({"/employers/{id}/contact-persons/new", "/establishments/{id}/contact-persons/new"})
    String blank(@PathVariable UUID id, Locale locale, Model model) {
        Node place = place(id);
        model.addAttribute("form", ContactPersonForm.BLANK);
        return form(place, Optional.empty(), locale, model);
    }

    @PostMapping({"/employers/{id}/contact-persons/new", "/establishments/{id}/contact-persons/new"})
    String add(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ContactPersonForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        Node place = place(id);
        Optional<ContactPerson.Details> details = form.details(errors);
        if (details.isEmpty()) {
            return form(place, Optional.empty(), locale, model);
        }
        ContactPerson person = keep.add(id, details.get()).orThrow();
        Flash.success(redirect, "organisation.contacts.added", person.name());
        return "redirect:" + page(place);
    }

    @GetMapping("/contact-persons/{id}")
    String edit(@PathVariable UUID id, Locale locale, Model model) {
        ContactPerson person = book.get(id);
        Node place = place(person.node());
        model.addAttribute("person", person);
        model.addAttribute("form", ContactPersonForm.of(person));
        return form(place, person.details().language(), locale, model);
    }

    @PostMapping("/contact-persons/{id}")
    String change(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ContactPersonForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        ContactPerson person = book.get(id);
        Node place = place(person.node());
        Optional<ContactPerson.Details> details = form.details(errors);
        model.addAttribute("person", person);
        if (details.isEmpty()) {
            return form(place, person.details().language(), locale, model);
        }
        try {
            keep.change(id, details.get(), form.version()).orThrow();
        } catch (OptimisticLockingFailureException overtaken) {
            ContactPerson stored = book.get(id);
            model.addAttribute(
                    "overtaken", Overtaken.between(words(ContactPersonForm.of(stored), locale), words(form, locale)));
            model.asMap().remove(BOUND_FORM);
            model.addAttribute("form", form.onto(stored.version()));
            return form(place, stored.details().language(), locale, model);
        }
        Flash.success(redirect, "organisation.contacts.changed", form.name());
        return "redirect:" + page(place);
    }

    @PostMapping("/contact-persons/{id}/archiving")
    String archive(@PathVariable UUID id, @RequestParam long version, RedirectAttributes redirect) {
        ContactPerson person = keep.archive(id, version);
        Flash.success(redirect, "organisation.contacts.archived", person.name());
        return "redirect:" + page(tree.get(person.node()));
    }

    @PostMapping("/contact-persons/{id}/restoration")
    String restore(@PathVariable UUID id, @RequestParam long version, RedirectAttributes redirect) {
        ContactPerson person = keep.restore(id, version);
        Flash.success(redirect, "organisation.contacts.restored", person.name());
        return "redirect:" + page(tree.get(person.node()));
    }

    /** @param stored a language that the person has already */
    private String form(Node place, Optional<Language> stored, Locale locale, Model model) {
        model.addAttribute(
                "languages",
                languages.choosable(stored).stream()
                        .map(language ->
                                new Option(language.name(), text("organisation.contacts.language." + language, locale)))
                        .toList());
        model.addAttribute("place", place);
        model.addAttribute("page", page(place));
        return FORM;
    }

    /** @throws NotFoundException for anything but an employer or an establishment within the visitor's reach */
    private Node place(UUID id) {
        authorization.require(Permission.ORGANISATION_EDIT, id);
        return tree.find(id)
                .filter(node -> node.kind() == NodeKind.EMPLOYER || node.kind() == NodeKind.ESTABLISHMENT)
                .orElseThrow(NotFoundException::new);
    }

    private static String page(Node place) {
        return "/%ss/%s#contact-persons".formatted(place.kind().code(), place.id());
    }

    private Map<String, String> words(ContactPersonForm form, Locale locale) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put(text("organisation.contacts.name", locale), form.name());
        words.put(text("organisation.contacts.function", locale), form.function());
        words.put(text("organisation.contacts.email", locale), form.email());
        words.put(text("organisation.contacts.phone", locale), form.phone());
        words.put(text("organisation.contacts.mobile", locale), form.mobile());
        words.put(
                text("organisation.contacts.language", locale),
                form.language().isEmpty() ? "" : text("organisation.contacts.language." + form.language(), locale));
        words.put(
                text("organisation.contacts.preferred", locale),
                text("organisation.contacts.preferred." + (form.preferred() ? "yes" : "no"), locale));
        return words;
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
