package io.traject.agenda.web;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.agenda.AppointmentFilter;
import io.traject.agenda.AppointmentList;
import io.traject.agenda.AppointmentRequestFilter;
import io.traject.agenda.AppointmentRequestList;
import io.traject.agenda.AppointmentRequestSummary;
import io.traject.agenda.AppointmentSummary;
import io.traject.cases.Case;
import io.traject.cases.CasePanel;
import io.traject.kernel.Language;
import io.traject.kernel.lists.Portion;
import io.traject.kernel.lists.Slice;
import io.traject.organisation.employees.Employee;
import io.traject.organisation.employees.EmployeeDirectory;
import io.traject.organisation.employees.EmployeePanel;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;

/** The newest requests and appointments of an employee, and those about a case, on their pages. */
@Configuration
class AgendaPanels {

    private static final int SHOWN = 5;
    private static final int MANY = 50;
    private static final int ORDER = 40;

    private final AppointmentRequestList requests;
    private final AppointmentList appointments;
    private final RequestLines lines;
    private final EmployeeDirectory employees;
    private final Authorization authorization;

    AgendaPanels(
            AppointmentRequestList requests,
            AppointmentList appointments,
            RequestLines lines,
            EmployeeDirectory employees,
            Authorization authorization) {
        this.requests = requests;
        this.appointments = appointments;
        this.lines = lines;
        this.employees = employees;
        this.authorization = authorization;
    }

    /**
     * What a panel shows.
     *
     * @param employee of whom they are
     * @param more there are more requests than these
     * @param moreAppointments there are more appointments than these
     */
    record Panel(
            UUID employee,
            List<RequestLines.Line> lines,
            boolean more,
            List<RequestLines.PlannedLine> appointments,
            boolean moreAppointments,
            boolean mayRequest) {}

    @Bean
    EmployeePanel appointmentRequestsOfEmployee() {
        return new EmployeePanel("appointment-requests", "agenda/panels :: employee", ORDER, this::ofEmployee);
    }

    @Bean
    CasePanel appointmentRequestsAboutCase() {
        return new CasePanel("appointment-requests", "agenda/panels :: about-case", ORDER, this::aboutCase);
    }

    private @Nullable Panel ofEmployee(Employee employee) {
        if (!RequestListPage.mayRead(authorization) || !employees.may(Permission.APPOINTMENTS_VIEW, employee.id())) {
            return null;
        }
        boolean mayRequest = !employee.isArchived() && employees.may(Permission.APPOINTMENTS_REQUEST, employee.id());
        return panel(
                employee.id(),
                AppointmentRequestFilter.ofEmployee(employee.id()),
                AppointmentFilter.ofEmployee(employee.id()),
                SHOWN,
                mayRequest);
    }

    /** Nothing where none is about it. */
    private @Nullable Panel aboutCase(Case about) {
        if (!RequestListPage.mayRead(authorization) || about.employee().isEmpty()) {
            return null;
        }
        Panel panel = panel(
                about.employee().get(),
                AppointmentRequestFilter.aboutCase(about.id()),
                AppointmentFilter.aboutCase(about.id()),
                MANY,
                false);
        return panel.lines().isEmpty() && panel.appointments().isEmpty() ? null : panel;
    }

    private Panel panel(
            UUID employee, AppointmentRequestFilter wanted, AppointmentFilter planned, int most, boolean mayRequest) {
        Slice<AppointmentRequestSummary> found =
                requests.find(wanted, new Portion("createdAt", true, most, new Portion.From.Offset(0)));
        Slice<AppointmentSummary> foundPlanned =
                appointments.find(planned, new Portion("startsAt", true, most, new Portion.From.Offset(0)));
        Language reader = Language.of(LocaleContextHolder.getLocale());
        return new Panel(
                employee,
                lines.of(found.items(), reader),
                found.hasNext(),
                lines.ofPlanned(foundPlanned.items(), reader),
                foundPlanned.hasNext(),
                mayRequest);
    }
}
