package io.traject.agenda.web;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.agenda.AppointmentRequestFilter;
import io.traject.agenda.AppointmentRequestList;
import io.traject.agenda.AppointmentRequestSummary;
import io.traject.agenda.ConsultationTypeCatalogue;
import io.traject.agenda.RequestState;
import io.traject.kernel.Language;
import io.traject.kernel.lists.Slice;
import io.traject.organisation.employees.EmployeeDirectory;
import io.traject.web.ListDefaults;
import io.traject.web.ListPage;
import io.traject.web.ListQuery;
import io.traject.web.Option;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The appointment requests of the employees within reach. */
@Controller
class RequestListPage {

    private final AppointmentRequestList requests;
    private final RequestLines lines;
    private final ConsultationTypeCatalogue types;
    private final EmployeeDirectory employees;
    private final Authorization authorization;
    private final MessageSource messages;

    RequestListPage(
            AppointmentRequestList requests,
            RequestLines lines,
            ConsultationTypeCatalogue types,
            EmployeeDirectory employees,
            Authorization authorization,
            MessageSource messages) {
        this.requests = requests;
        this.lines = lines;
        this.types = types;
        this.employees = employees;
        this.authorization = authorization;
        this.messages = messages;
    }

    /** Requests are shown with the names of the employees. */
    static boolean mayRead(Authorization authorization) {
        return authorization.may(Permission.APPOINTMENTS_VIEW)
                && authorization.may(Permission.EMPLOYEES_VIEW)
                && authorization.actor().organisation().isPresent();
    }

    @GetMapping("/agenda")
    String agenda() {
        authorization.require(Permission.APPOINTMENTS_VIEW);
        return "redirect:/agenda/appointments";
    }

    @GetMapping("/agenda/requests")
    String list(
            @ListDefaults(
                            sort = "-createdAt",
                            sortable = "createdAt",
                            filters = {"q", "state", "type", "employee"})
                    ListQuery query,
            Model model,
            Locale locale) {
        UUID organisation = authorization
                .require(Permission.EMPLOYEES_VIEW)
                .organisation()
                .orElseThrow(() -> new AccessDeniedException("No organisation"));
        Optional<UUID> employee = query.filter("employee").flatMap(Typed::id);
        model.addAttribute(
                "employee",
                employee.map(one -> employees.get(Permission.APPOINTMENTS_VIEW, one))
                        .orElse(null));
        Slice<AppointmentRequestSummary> found = requests.find(
                new AppointmentRequestFilter(
                        query.filter("state").flatMap(RequestListPage::state),
                        query.filter("type").flatMap(Typed::id),
                        employee,
                        Optional.empty(),
                        query.filter("q")),
                query.portion());
        Language reader = Language.of(locale);
        model.addAttribute(
                "list",
                ListPage.of(
                        query,
                        found.with(lines.of(found.items(), reader)),
                        line -> line.request().id()));
        model.addAttribute("states", states(locale));
        model.addAttribute(
                "types",
                types.all(organisation, reader).stream()
                        .map(type -> new Option(type.id().toString(), type.name()))
                        .toList());
        return "agenda/requests";
    }

    private static Optional<RequestState> state(String code) {
        return Arrays.stream(RequestState.values())
                .filter(state -> state.name().equals(code))
                .findFirst();
    }

    private List<Option> states(Locale locale) {
        return Arrays.stream(RequestState.values())
                .map(state -> new Option(
                        state.name(), messages.getMessage("agenda.request.state." + state, new Object[0], locale)))
                .toList();
    }
}
