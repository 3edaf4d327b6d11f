package io.traject.reexamination.web;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.reexamination.MissingTemplates;
import io.traject.reexamination.UploadResidents;
import io.traject.reexamination.UploadResidents.Upload;
import io.traject.sheets.UploadedFile;
import io.traject.web.Flash;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The first step: take the template, fill it in, upload it (C1-C3). */
@Controller
@RequestMapping("/re-examinations/new")
class UploadController {

    private final UploadResidents uploadResidents;
    private final MissingTemplates missingTemplates;
    private final MissingTemplatesWarning warning;
    private final Authorization authorization;
    private final MessageSource messages;

    UploadController(
            UploadResidents uploadResidents,
            MissingTemplates missingTemplates,
            MissingTemplatesWarning warning,
            Authorization authorization,
            MessageSource messages) {
        this.uploadResidents = uploadResidents;
        this.missingTemplates = missingTemplates;
        this.warning = warning;
        this.authorization = authorization;
        this.messages = messages;
    }

    @GetMapping
    String form(Model model) {
        return show(model, List.of());
    }

    @PostMapping
    ModelAndView upload(@RequestParam MultipartFile file, Model model, RedirectAttributes redirect, Locale locale)
            throws IOException {
        try (var uploaded = UploadedFile.of(file)) {
            return switch (uploadResidents.upload(uploaded.path(), uploaded.name())) {
                case Upload.Accepted(var id) -> new ModelAndView("redirect:/re-examinations/" + id);
                case Upload.AlreadyThere(var id) -> {
                    Flash.info(redirect, "reexamination.new.alreadyThere");
                    yield new ModelAndView("redirect:/re-examinations/" + id);
                }
                case Upload.Unreadable(var errors) ->
                    new ModelAndView(
                            show(
                                    model,
                                    errors.stream()
                                            .map(error -> messages.getMessage(
                                                    error.messageKey("reexamination"),
                                                    error.arguments().toArray(),
                                                    locale))
                                            .toList()),
                            model.asMap(),
                            HttpStatus.UNPROCESSABLE_CONTENT);
            };
        }
    }

    private String show(Model model, List<String> fileErrors) {
        var municipality = authorization.organisation(Permission.RE_EXAMINATION_RUN);
        warning.show(missingTemplates.of(municipality), model);
        model.addAttribute("fileErrors", fileErrors);
        model.addAttribute("steps", BatchSteps.KEYS);
        return "reexamination/new";
    }
}
