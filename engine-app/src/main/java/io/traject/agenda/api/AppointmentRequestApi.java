package io.traject.agenda.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.traject.access.AccessLog;
import io.traject.access.Authorization;
import io.traject.access.FilePart;
import io.traject.access.Permission;
import io.traject.agenda.AppointmentDirectory;
import io.traject.agenda.AppointmentRequest;
import io.traject.agenda.AppointmentRequestDirectory;
import io.traject.agenda.AppointmentRequestFilter;
import io.traject.agenda.AppointmentRequestList;
import io.traject.agenda.AppointmentRequestSummary;
import io.traject.agenda.AppointmentWishes;
import io.traject.agenda.CaseChoice;
import io.traject.agenda.ChangeAppointmentRequest;
import io.traject.agenda.ConsultationTypeCatalogue;
import io.traject.agenda.ConsultationTypeCatalogue.Entry;
import io.traject.agenda.MoveAppointmentRequest;
import io.traject.agenda.NewAppointmentRequest;
import io.traject.agenda.RequestAction;
import io.traject.agenda.RequestAppointment;
import io.traject.agenda.RequestState;
import io.traject.agenda.TypeCode;
import io.traject.kernel.Refusal;
import io.traject.kernel.RefusedException;
import io.traject.kernel.lists.Slice;
import io.traject.organisation.employees.EmployeeDirectory;
import io.traject.web.api.Codes;
import io.traject.web.api.EntityTags;
import io.traject.web.api.ItemPage;
import io.traject.web.api.PageQuery;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Appointment requests: ask, change, open, withdraw. */
@RestController
@RequestMapping("/api/v1/appointment-requests")
@Tag(name = "Agenda")
class AppointmentRequestApi {

    private static final Wishes NO_WISHES = new Wishes(null, null, null, null, null, null);
    private static final PageQuery.Order NEWEST = new PageQuery.Order("createdAt", true);

    private final AppointmentRequestList requests;
    private final AppointmentRequestDirectory directory;
    private final AppointmentDirectory appointments;
    private final RequestAppointment requestAppointment;
    private final ChangeAppointmentRequest changeRequest;
    private final MoveAppointmentRequest move;
    private final ConsultationTypeCatalogue types;
    private final EmployeeDirectory employees;
    private final AccessLog accessLog;
    private final Authorization authorization;

    AppointmentRequestApi(
            AppointmentRequestList requests,
            AppointmentRequestDirectory directory,
            AppointmentDirectory appointments,
            RequestAppointment requestAppointment,
            ChangeAppointmentRequest changeRequest,
            MoveAppointmentRequest move,
            ConsultationTypeCatalogue types,
            EmployeeDirectory employees,
            AccessLog accessLog,
            Authorization authorization) {
        this.requests = requests;
        this.directory = directory;
        this.appointments = appointments;
        this.requestAppointment = requestAppointment;
        this.changeRequest = changeRequest;
        this.move = move;
        this.types = types;
        this.employees = employees;
        this.accessLog = accessLog;
        this.authorization = authorization;
    }

    /**
     * When an appointment is wanted, and about which case.
     *
     * @param caseId an open case of the employee's; left out: none
     */
    record Wishes(
            @Nullable UUID caseId,
            @Nullable Boolean saturdayAllowed,
            @Nullable Boolean sundayHolidayAllowed,
            @Nullable LocalDate desiredFrom,
            @Nullable LocalDate desiredUntil,

            @Nullable @Size(max = AppointmentWishes.MAX_REMARK_LENGTH)
            String remark) {

        AppointmentWishes wishes() {
            if (desiredFrom != null && desiredUntil != null && desiredUntil.isBefore(desiredFrom)) {
                throw new RefusedException(Refusal.of("desired-period-invalid"));
            }
            return new AppointmentWishes(
                    Boolean.TRUE.equals(saturdayAllowed),
                    Boolean.TRUE.equals(sundayHolidayAllowed),
                    Optional.ofNullable(desiredFrom),
                    Optional.ofNullable(desiredUntil),
                    Optional.ofNullable(remark).map(String::strip).filter(text -> !text.isEmpty()));
        }

        CaseChoice about() {
            return caseId == null ? new CaseChoice.None() : new CaseChoice.Of(caseId);
        }

        @Override
        public String toString() {
            return "Wishes[...]";
        }
    }

    /**
     * A request to be made.
     *
     * @param consultationType its code
     * @param preferredCase about the employee's open case of the type that the consultation type prefers, if there is one
     * @param draft to be opened later
     */
    record Wanted(
            @NotNull UUID employeeId,
            @NotBlank String consultationType,
            @Nullable Boolean preferredCase,
            @Nullable Boolean draft,
            @Nullable @Valid Wishes wishes) {

        CaseChoice about(Wishes stated) {
            return Boolean.TRUE.equals(preferredCase) && stated.caseId() == null
                    ? new CaseChoice.Preferred()
                    : stated.about();
        }
    }

    @GetMapping
    @Operation(
            summary = "List the appointment requests of the employees within reach, the newest first",
            description =
                    "state: draft, open, planned, settled or withdrawn; consultationType: a code; employeeId; caseId;"
                            + " q: beginnings of"
                            + " words of the employee’s number or names. Sortable: createdAt")
    ItemPage<AppointmentRequestItem> list(
            @RequestParam Optional<String> state,
            @RequestParam Optional<String> consultationType,
            @RequestParam Optional<UUID> employeeId,
            @RequestParam Optional<UUID> caseId,
            @RequestParam Optional<String> q,
            PageQuery query) {
        authorization.reach(Permission.APPOINTMENTS_VIEW);
        Map<UUID, TypeCode> codes = codes();
        Slice<AppointmentRequestSummary> found = requests.find(
                new AppointmentRequestFilter(
                        Codes.parse(RequestState.class, "state", state),
                        consultationType.map(code -> type(code).id()),
                        employeeId,
                        caseId,
                        q.filter(text -> !text.isBlank())),
                query.portion(AppointmentRequestList.SORTABLE, NEWEST));
        return ItemPage.of(found, query, AppointmentRequestSummary::id)
                .map(one -> AppointmentRequestItem.of(one, Objects.requireNonNull(codes.get(one.consultationType()))));
    }

    @PostMapping
    @Operation(
            summary = "Request an appointment for an employee",
            description = "409 employee-archived, consultation-type-retired, appointment-request-duplicate,"
                    + " desired-period-past, case-not-open-of-employee, consultation-type-without-preferred-case-type")
    ResponseEntity<AppointmentRequestView> request(@Valid @RequestBody Wanted wanted) {
        employees.get(Permission.APPOINTMENTS_REQUEST, wanted.employeeId());
        Wishes wishes = Objects.requireNonNullElse(wanted.wishes(), NO_WISHES);
        AppointmentRequest made = requestAppointment
                .request(new NewAppointmentRequest(
                        wanted.employeeId(),
                        type(wanted.consultationType()).id(),
                        wanted.about(wishes),
                        wishes.wishes(),
                        Boolean.TRUE.equals(wanted.draft()),
                        Optional.empty()))
                .orThrow();
        return ResponseEntity.created(URI.create("/api/v1/appointment-requests/" + made.id()))
                .eTag(EntityTags.of(made.version()))
                .body(view(made));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Get an appointment request, with what may be done with it now")
    ResponseEntity<AppointmentRequestView> get(@PathVariable UUID id) {
        AppointmentRequest request = directory.get(id);
        accessLog.looked(request.file(), FilePart.APPOINTMENT);
        return answer(request);
    }

    @PutMapping("/{id}")
    @Operation(
            summary = "Change when an appointment is wanted and about which case",
            description = "What is left out is emptied. Needs If-Match. 409 appointment-request-withdrawn,"
                    + " appointment-request-planned, appointment-request-settled,"
                    + " desired-period-past, case-not-open-of-employee")
    ResponseEntity<AppointmentRequestView> change(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Wishes wishes) {
        authorization.require(Permission.APPOINTMENTS_REQUEST);
        EntityTags.require(ifMatch, directory.get(id).version());
        return answer(changeRequest
                .change(id, wishes.wishes(), wishes.about(), EntityTags.seen(ifMatch))
                .orThrow());
    }

    @PostMapping("/{id}/opening")
    @Operation(
            summary = "Let a draft be planned",
            description = "409 appointment-request-not-draft, employee-archived, consultation-type-retired,"
                    + " appointment-request-duplicate")
    ResponseEntity<AppointmentRequestView> open(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return answer(move.open(id, EntityTags.seen(ifMatch)).orThrow());
    }

    @PostMapping("/{id}/withdrawal")
    @Operation(
            summary = "Withdraw an appointment request",
            description = "409 appointment-request-withdrawn, appointment-request-planned, appointment-request-settled")
    ResponseEntity<AppointmentRequestView> withdraw(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return answer(move.withdraw(id, EntityTags.seen(ifMatch)).orThrow());
    }

    @PostMapping("/{id}/reinstatement")
    @Operation(
            summary = "Make a draft again of an appointment request that was withdrawn",
            description = "409 appointment-request-not-withdrawn")
    ResponseEntity<AppointmentRequestView> reinstate(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return answer(move.reinstate(id, EntityTags.seen(ifMatch)).orThrow());
    }

    private ResponseEntity<AppointmentRequestView> answer(AppointmentRequest request) {
        return ResponseEntity.ok().eTag(EntityTags.of(request.version())).body(view(request));
    }

    private AppointmentRequestView view(AppointmentRequest request) {
        Set<RequestAction> allowed = directory.allowedActions(request);
        return AppointmentRequestView.of(
                request,
                Objects.requireNonNull(codes().get(request.consultationType())),
                appointments.standing(request),
                allowed);
    }

    private Entry type(String code) {
        return types.find(organisation(), code, authorization.actor().language())
                .orElseThrow(() -> new RefusedException(Refusal.of("consultation-type-unknown", code)));
    }

    private Map<UUID, TypeCode> codes() {
        return types.all(organisation(), authorization.actor().language()).stream()
                .collect(Collectors.toMap(Entry::id, Entry::code));
    }

    private UUID organisation() {
        return authorization.actor().organisation().orElseThrow();
    }
}
