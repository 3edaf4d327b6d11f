package io.traject.organisation.employees.web;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.organisation.employees.EmployerParts;
import io.traject.organisation.employees.KeepJobFunctions;
import io.traject.organisation.tree.NodeKind;
import io.traject.web.Option;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What an employment can refer to, for the form. */
@Component
class EmploymentChoices {

    private final EmployerParts parts;
    private final KeepJobFunctions jobFunctions;
    private final Authorization authorization;

    EmploymentChoices(EmployerParts parts, KeepJobFunctions jobFunctions, Authorization authorization) {
        this.parts = parts;
        this.jobFunctions = jobFunctions;
        this.authorization = authorization;
    }

    void add(UUID employer, Model model) {
        List<EmployerParts.Part> all = parts.of(employer);
        model.addAttribute("employerId", employer);
        model.addAttribute("establishments", options(all, NodeKind.ESTABLISHMENT));
        model.addAttribute("departments", options(all, NodeKind.DEPARTMENT));
        model.addAttribute(
                "jobFunctions",
                jobFunctions.of(employer).stream()
                        .map(function -> new Option(
                                function.id().toString(), "%s (%s)".formatted(function.name(), function.code())))
                        .toList());
        model.addAttribute("mayKeepFunctions", authorization.may(Permission.EMPLOYEES_EDIT, employer));
    }

    private static List<Option> options(List<EmployerParts.Part> parts, NodeKind kind) {
        return parts.stream()
                .filter(part -> part.kind() == kind)
                .map(part -> new Option(part.id().toString(), part.path()))
                .toList();
    }
}
