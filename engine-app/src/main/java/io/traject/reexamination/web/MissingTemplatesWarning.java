package io.traject.reexamination.web;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.communication.TemplateKind;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The warning that residents can't be invited for lack of a template, with the way to the templates for who may go it. */
@Component
class MissingTemplatesWarning {

    private final Authorization authorization;

    MissingTemplatesWarning(Authorization authorization) {
        this.authorization = authorization;
    }

    /** @param missing none for no warning */
    void show(List<TemplateKind> missing, Model model) {
        model.addAttribute("missingTemplates", missing);
        model.addAttribute("mayWriteTemplates", authorization.mayForOrganisation(Permission.TEMPLATES_EDIT));
    }
}
