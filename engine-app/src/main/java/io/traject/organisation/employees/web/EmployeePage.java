package io.traject.organisation.employees.web;

import io.traject.access.Authorization;
import io.traject.access.FileKind;
import io.traject.access.FilePart;
import io.traject.access.LooksAt;
import io.traject.access.Permission;
import io.traject.kernel.Country;
import io.traject.organisation.configuration.WidgetConfiguration;
import io.traject.organisation.configuration.WidgetField;
import io.traject.organisation.configuration.Widgets;
import io.traject.organisation.employees.ArchiveEmployee;
import io.traject.organisation.employees.Employee;
import io.traject.organisation.employees.EmployeeFiles;
import io.traject.organisation.employees.EmployeePanel;
import io.traject.organisation.employees.MedicalNotes;
import io.traject.organisation.employees.forms.Typed;
import io.traject.organisation.tree.Tree;
import io.traject.web.Flash;
import io.traject.web.Overtaken;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The file of an employee. */
@Controller
@RequestMapping("/employees/{id}")
@LooksAt(FileKind.EMPLOYEE)
class EmployeePage {

    private final EmployeeFiles files;
    private final ArchiveEmployee archiveEmployee;
    private final MedicalNotes medicalNotes;
    private final WidgetConfiguration widgetConfiguration;
    private final Tree tree;
    private final List<EmployeePanel> panels;
    private final Authorization authorization;
    private final MessageSource messages;

    EmployeePage(
            EmployeeFiles files,
            ArchiveEmployee archiveEmployee,
            MedicalNotes medicalNotes,
            WidgetConfiguration widgetConfiguration,
            Tree tree,
            List<EmployeePanel> panels,
            Authorization authorization,
            MessageSource messages) {
        this.files = files;
        this.archiveEmployee = archiveEmployee;
        this.medicalNotes = medicalNotes;
        this.widgetConfiguration = widgetConfiguration;
        this.tree = tree;
        this.panels = panels;
        this.authorization = authorization;
        this.messages = messages;
    }

    /** A panel with what it shows. */
    record Shown(String key, String fragment, Object model) {}

    @GetMapping
    String show(@PathVariable UUID id, Model model) {
        EmployeeFiles.File file = shown(id, model);
        model.addAttribute("path", tree.path(file.employee().employer()));
        model.addAttribute("home", Country.NETHERLANDS);
        model.addAttribute("shown", shownFields(file.employee().organisation()));
        model.addAttribute("mayEdit", may(Permission.EMPLOYEES_EDIT, file));
        model.addAttribute("maySeeBsn", may(Permission.EMPLOYEES_FIND_BY_BSN, file));
        model.addAttribute("maySeeMedical", may(Permission.MEDICAL_VIEW, file));
        model.addAttribute(
                "panels",
                panels.stream()
                        .sorted(Comparator.comparingInt(EmployeePanel::order))
                        .flatMap(panel -> shown(panel, file.employee()))
                        .toList());
        return "organisation/employees/employee";
    }

    @LooksAt(value = FileKind.EMPLOYEE, part = FilePart.FORM)
    @GetMapping("/archive")
    String askToArchive(@PathVariable UUID id, Model model) {
        authorization.require(Permission.EMPLOYEES_EDIT);
        shown(id, model);
        return "organisation/employees/archive";
    }

    @PostMapping("/archive")
    String archive(@PathVariable UUID id, @RequestParam long version, RedirectAttributes redirect) {
        Employee employee = archiveEmployee.archive(id, version).orThrow();
        Flash.success(
                redirect, "organisation.employees.archived", employee.name().full());
        return "redirect:/employees/" + id;
    }

    @PostMapping("/restoration")
    String restore(@PathVariable UUID id, @RequestParam long version, RedirectAttributes redirect) {
        Employee employee = archiveEmployee.restore(id, version).orThrow();
        Flash.success(
                redirect, "organisation.employees.restored", employee.name().full());
        return "redirect:/employees/" + id;
    }

    /** On a page of its own, so that nobody comes to see it by the way, and each reading is one. */
    @LooksAt(value = FileKind.EMPLOYEE, part = FilePart.MEDICAL)
    @GetMapping("/medical-note")
    String medicalNote(@PathVariable UUID id, Model model) {
        Optional<String> note = medicalNotes.read(id);
        EmployeeFiles.File file = shown(id, model);
        model.addAttribute("note", note.orElse(""));
        model.addAttribute("mayWrite", may(Permission.MEDICAL_EDIT, file));
        model.addAttribute("maxLength", Employee.MAX_NOTE_LENGTH);
        return "organisation/employees/medical-note";
    }

    @LooksAt(value = FileKind.EMPLOYEE, part = FilePart.MEDICAL)
    @PostMapping("/medical-note")
    String writeMedicalNote(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String note,
            @RequestParam long version,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        String text = note.replace("\r\n", "\n").strip();
        if (text.length() > Employee.MAX_NOTE_LENGTH) {
            String page = medicalNote(id, model);
            model.addAttribute("note", text);
            model.addAttribute("tooLong", true);
            return page;
        }
        try {
            medicalNotes.write(id, Typed.text(text), version);
        } catch (OptimisticLockingFailureException somebodyElse) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return overtaken(id, text, model, locale);
        }
        Flash.success(redirect, "organisation.employees.medical.written");
        return "redirect:/employees/" + id + "/medical-note";
    }

    /** The note as it was typed, with the one that stands there now. */
    private String overtaken(UUID id, String typed, Model model, Locale locale) {
        String page = medicalNote(id, model);
        String label = messages.getMessage("organisation.employees.medical.note", null, locale);
        String stored = String.valueOf(model.getAttribute("note"));
        model.addAttribute("overtaken", Overtaken.between(Map.of(label, stored), Map.of(label, typed)));
        model.addAttribute("note", typed);
        return page;
    }

    /** The fields of both widgets that the organisation shows. */
    private Set<String> shownFields(UUID organisation) {
        Widgets widgets = widgetConfiguration.of(organisation);
        return Arrays.stream(WidgetField.values())
                .filter(widgets::shows)
                .map(WidgetField::name)
                .collect(Collectors.toSet());
    }

    private EmployeeFiles.File shown(UUID id, Model model) {
        EmployeeFiles.File file = files.get(id);
        model.addAttribute("file", file);
        model.addAttribute("employee", file.employee());
        model.addAttribute("details", file.employee().details());
        return file;
    }

    private static Stream<Shown> shown(EmployeePanel panel, Employee about) {
        Object model = panel.model().apply(about);
        return model == null ? Stream.empty() : Stream.of(new Shown(panel.key(), panel.fragment(), model));
    }

    private boolean may(Permission permission, EmployeeFiles.File file) {
        return authorization.may(permission, file.reachedBy());
    }
}
