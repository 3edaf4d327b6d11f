package io.traject.organisation.employees.web;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.organisation.employees.EmployerParts;
import io.traject.organisation.employees.KeepJobFunctions;
import io.traject.organisation.employees.forms.EmploymentForm;
import io.traject.organisation.tree.NodeKind;
import io.traject.web.Option;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What an employment can refer to, for the form. */
@Component
class EmploymentChoices {

    private final EmployerParts parts;
    private final KeepJobFunctions jobFunctions;
    private final Authorization authorization;
    private final MessageSource messages;

    EmploymentChoices(
            EmployerParts parts, KeepJobFunctions jobFunctions, Authorization authorization, MessageSource messages) {
        this.parts = parts;
        this.jobFunctions = jobFunctions;
        this.authorization = authorization;
        this.messages = messages;
    }

    private record Choices(List<Option> establishments, List<Option> departments, List<Option> jobFunctions) {}

    void add(UUID employer, Model model) {
        Choices choices = of(employer);
        model.addAttribute("employerId", employer);
        model.addAttribute("establishments", choices.establishments());
        model.addAttribute("departments", choices.departments());
        model.addAttribute("jobFunctions", choices.jobFunctions());
        model.addAttribute("mayKeepFunctions", authorization.may(Permission.EMPLOYEES_EDIT, employer));
    }

    /** What a form says, in words, by label and in its order. */
    Map<String, String> words(UUID employer, EmploymentForm form, Locale locale) {
        Choices choices = of(employer);
        Map<String, String> words = new LinkedHashMap<>();
        words.put(label("establishment", locale), label(choices.establishments(), form.establishment()));
        words.put(label("department", locale), label(choices.departments(), form.department()));
        words.put(label("function", locale), label(choices.jobFunctions(), form.jobFunction()));
        words.put(label("employmentNumber", locale), form.employmentNumber());
        words.put(label("start", locale), form.start());
        words.put(label("end", locale), form.end());
        words.put(label("partTime", locale), form.partTime());
        return words;
    }

    private String label(String field, Locale locale) {
        return messages.getMessage("organisation.employees." + field, null, locale);
    }

    /** What is no longer offered, such as an archived department, has only its id. */
    private static String label(List<Option> choices, String id) {
        return choices.stream()
                .filter(option -> option.value().equals(id))
                .map(Option::label)
                .findFirst()
                .orElse(id);
    }

    private Choices of(UUID employer) {
        List<EmployerParts.Part> all = parts.of(employer);
        return new Choices(
                options(all, NodeKind.ESTABLISHMENT),
                options(all, NodeKind.DEPARTMENT),
                jobFunctions.of(employer).stream()
                        .map(function -> new Option(
                                function.id().toString(), "%s (%s)".formatted(function.name(), function.code())))
                        .toList());
    }

    private static List<Option> options(List<EmployerParts.Part> parts, NodeKind kind) {
        return parts.stream()
                .filter(part -> part.kind() == kind)
                .map(part -> new Option(part.id().toString(), part.path()))
                .toList();
    }
}
