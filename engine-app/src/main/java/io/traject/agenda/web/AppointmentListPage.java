package io.traject.agenda.web;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.agenda.AppointmentFilter;
import io.traject.agenda.AppointmentList;
import io.traject.agenda.AppointmentState;
import io.traject.agenda.AppointmentSummary;
import io.traject.agenda.ConsultationTypeCatalogue;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.Language;
import io.traject.kernel.lists.Slice;
import io.traject.organisation.employees.EmployeeDirectory;
import io.traject.web.ListDefaults;
import io.traject.web.ListPage;
import io.traject.web.ListQuery;
import io.traject.web.Option;
import java.time.Instant;
import java.time.LocalDate;
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

/**
 * The appointments of the employees within reach: those of today and later that were not called off, unless others are asked
 * for.
 */
@Controller
class AppointmentListPage {

    private final AppointmentList appointments;
    private final RequestLines lines;
    private final ConsultationTypeCatalogue types;
    private final EmployeeDirectory employees;
    private final Authorization authorization;
    private final BusinessTime time;
    private final MessageSource messages;

    AppointmentListPage(
            AppointmentList appointments,
            RequestLines lines,
            ConsultationTypeCatalogue types,
            EmployeeDirectory employees,
            Authorization authorization,
            BusinessTime time,
            MessageSource messages) {
        this.appointments = appointments;
        this.lines = lines;
        this.types = types;
        this.employees = employees;
        this.authorization = authorization;
        this.time = time;
        this.messages = messages;
    }

    /** Which days are shown when not those of today and later. */
    private enum Period {
        TODAY,
        PAST,
        ALL
    }

    @GetMapping("/agenda/appointments")
    String list(
            @ListDefaults(
                            sort = "startsAt",
                            sortable = "startsAt",
                            filters = {"q", "state", "type", "period", "employee"})
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
        Slice<AppointmentSummary> found = appointments.find(filter(query, employee), query.portion());
        Language reader = Language.of(locale);
        model.addAttribute(
                "list",
                ListPage.of(
                        query,
                        found.with(lines.ofPlanned(found.items(), reader)),
                        line -> line.appointment().id()));
        model.addAttribute("states", options("agenda.appointment.state.", AppointmentState.values(), locale));
        model.addAttribute("periods", options("agenda.appointments.period.", Period.values(), locale));
        model.addAttribute(
                "types",
                types.all(organisation, reader).stream()
                        .map(type -> new Option(type.id().toString(), type.name()))
                        .toList());
        return "agenda/appointments";
    }

    private AppointmentFilter filter(ListQuery query, Optional<UUID> employee) {
        LocalDate today = time.today();
        Optional<Instant> midnight =
                Optional.of(today.atStartOfDay(BusinessTime.ZONE).toInstant());
        Optional<Period> period = query.filter("period").flatMap(code -> named(Period.values(), code));
        return new AppointmentFilter(
                query.filter("state").flatMap(code -> named(AppointmentState.values(), code)),
                false,
                query.filter("type").flatMap(Typed::id),
                employee,
                Optional.empty(),
                period.isEmpty() || period.get() == Period.TODAY ? midnight : Optional.empty(),
                period.flatMap(chosen -> switch (chosen) {
                    case TODAY -> Optional.of(time.endOf(today));
                    case PAST -> midnight;
                    case ALL -> Optional.empty();
                }),
                query.filter("q"));
    }

    private static <E extends Enum<E>> Optional<E> named(E[] constants, String code) {
        return Arrays.stream(constants)
                .filter(constant -> constant.name().equals(code))
                .findFirst();
    }

    private List<Option> options(String key, Enum<?>[] constants, Locale locale) {
        return Arrays.stream(constants)
                .map(constant ->
                        new Option(constant.name(), messages.getMessage(key + constant, new Object[0], locale)))
                .toList();
    }
}
