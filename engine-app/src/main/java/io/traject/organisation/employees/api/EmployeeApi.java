package io.traject.organisation.employees.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.traject.access.Authorization;
import io.traject.access.FileKind;
import io.traject.access.LooksAt;
import io.traject.access.Permission;
import io.traject.kernel.Bsn;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.Language;
import io.traject.kernel.Languages;
import io.traject.kernel.lists.Slice;
import io.traject.organisation.employees.AddEmployee;
import io.traject.organisation.employees.ChangeEmployee;
import io.traject.organisation.employees.Employee;
import io.traject.organisation.employees.EmployeeDetails;
import io.traject.organisation.employees.EmployeeFiles;
import io.traject.organisation.employees.EmployeeFilter;
import io.traject.organisation.employees.EmployeeList;
import io.traject.organisation.employees.EmployeeSummary;
import io.traject.organisation.employees.Employment;
import io.traject.organisation.employees.EmploymentDetails;
import io.traject.organisation.employees.FindByBsn;
import io.traject.organisation.employees.KeepEmployments;
import io.traject.organisation.employees.forms.EmployeeForm;
import io.traject.organisation.employees.forms.EmploymentForm;
import io.traject.web.api.EntityTags;
import io.traject.web.api.ItemPage;
import io.traject.web.api.PageQuery;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Employees and their employments. Nothing medical is among it. */
@RestController
@RequestMapping("/api/v1/employees")
@Tag(name = "Employees")
class EmployeeApi {

    private static final PageQuery.Order BY_NAME = new PageQuery.Order("name", false);

    private final EmployeeList employees;
    private final EmployeeFiles files;
    private final FindByBsn findByBsn;
    private final AddEmployee addEmployee;
    private final ChangeEmployee changeEmployee;
    private final KeepEmployments employments;
    private final Authorization authorization;
    private final BusinessTime time;
    private final Languages languages;

    EmployeeApi(
            EmployeeList employees,
            EmployeeFiles files,
            FindByBsn findByBsn,
            AddEmployee addEmployee,
            ChangeEmployee changeEmployee,
            KeepEmployments employments,
            Authorization authorization,
            BusinessTime time,
            Languages languages) {
        this.employees = employees;
        this.files = files;
        this.findByBsn = findByBsn;
        this.addEmployee = addEmployee;
        this.changeEmployee = changeEmployee;
        this.employments = employments;
        this.authorization = authorization;
        this.time = time;
        this.languages = languages;
    }

    /** Somebody who is to be added, with the first employment, if any. */
    record NewEmployee(
            @NotNull UUID employerId,
            @NotNull @Valid EmployeeForm person,
            @Nullable @Valid EmploymentForm employment) {}

    /** Whom to find. */
    record Sought(@Nullable String bsn) {

        @Override
        public String toString() {
            return "Sought[...]";
        }
    }

    @GetMapping
    @Operation(
            summary = "List the employees within reach, by name",
            description =
                    "q: beginnings of words of the number or the names; at: an employer, establishment, department or folder. Sortable: name, number")
    ItemPage<EmployeeViews.Item> list(
            @RequestParam Optional<UUID> at,
            @RequestParam Optional<String> q,
            @RequestParam(defaultValue = "false") boolean archived,
            PageQuery query) {
        Slice<EmployeeSummary> found = employees.find(
                new EmployeeFilter(at, archived, q.filter(text -> !text.isBlank())),
                query.portion(EmployeeList.SORTABLE, BY_NAME));
        return ItemPage.of(found, query, EmployeeSummary::id).map(EmployeeViews.Item::of);
    }

    @PostMapping("/find-by-bsn")
    @Operation(
            summary = "Find the employees who have a BSN, one for each employer",
            description =
                    "Only the whole number, in the body because it belongs in no address. Each search is recorded")
    EmployeeViews.Items<EmployeeViews.Item> findByBsn(@Valid @RequestBody Sought sought) throws BindException {
        authorization.require(Permission.EMPLOYEES_FIND_BY_BSN);
        Optional<Bsn> bsn = Optional.ofNullable(sought.bsn()).flatMap(Bsn::parse);
        if (bsn.isEmpty()) {
            BeanPropertyBindingResult errors = new BeanPropertyBindingResult(sought, "sought");
            errors.rejectValue("bsn", "organisation.employees.bsn.invalid");
            throw new BindException(errors);
        }
        return new EmployeeViews.Items<>(employees.of(findByBsn.find(bsn.get())).stream()
                .map(EmployeeViews.Item::of)
                .toList());
    }

    @PostMapping
    @Operation(
            summary = "Add an employee, with a first employment",
            description =
                    "409 employee-number-taken, employee-bsn-taken, employer-archived, employment-elsewhere, job-function-elsewhere")
    ResponseEntity<EmployeeViews.Whole> add(@Valid @RequestBody NewEmployee added) throws BindException {
        authorization.require(Permission.EMPLOYEES_EDIT);
        EmployeeDetails details = details(added.person(), Optional.empty(), languages.offered());
        Optional<EmploymentDetails> first =
                added.employment() == null ? Optional.empty() : Optional.of(details(added.employment()));
        Employee employee = addEmployee.add(added.employerId(), details, first).orThrow();
        return ResponseEntity.created(URI.create("/api/v1/employees/" + employee.id()))
                .eTag(EntityTags.of(employee.version()))
                .body(view(files.get(employee.id())));
    }

    @GetMapping("/{id}")
    @LooksAt(FileKind.EMPLOYEE)
    @Operation(summary = "Get an employee, with the employments that the caller may see")
    ResponseEntity<EmployeeViews.Whole> get(@PathVariable UUID id) {
        EmployeeFiles.File file = files.get(id);
        return ResponseEntity.ok()
                .eTag(EntityTags.of(file.employee().version()))
                .body(view(file));
    }

    @PutMapping("/{id}")
    @LooksAt(FileKind.EMPLOYEE)
    @Operation(
            summary = "Change who an employee is",
            description = "Needs If-Match. An empty bsn stays what it is for who doesn’t see it. 409 as when adding")
    ResponseEntity<EmployeeViews.Whole> change(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody EmployeeForm person)
            throws BindException {
        authorization.require(Permission.EMPLOYEES_EDIT);
        EmployeeFiles.File file = files.get(id);
        EntityTags.require(ifMatch, file.employee().version());
        Optional<Bsn> unseen =
                maySeeBsn(file) ? Optional.empty() : file.employee().details().bsn();
        List<Language> choosable = languages.choosable(file.employee().details().language());
        changeEmployee
                .change(id, details(person, unseen, choosable), file.employee().version())
                .orThrow();
        return get(id);
    }

    @GetMapping("/{id}/employments")
    @LooksAt(FileKind.EMPLOYEE)
    @Operation(summary = "List the employments of an employee that the caller may see, the newest first")
    EmployeeViews.Items<EmployeeViews.Job> employments(@PathVariable UUID id) {
        return new EmployeeViews.Items<>(
                files.get(id).employments().stream().map(EmployeeViews.Job::of).toList());
    }

    @PostMapping("/{id}/employments")
    @LooksAt(FileKind.EMPLOYEE)
    @Operation(
            summary = "Add an employment",
            description =
                    "409 employee-archived, employment-elsewhere, job-function-elsewhere, employment-number-taken")
    ResponseEntity<EmployeeViews.Job> add(@PathVariable UUID id, @Valid @RequestBody EmploymentForm employment)
            throws BindException {
        authorization.require(Permission.EMPLOYEES_EDIT);
        Employment added = employments.add(id, details(employment)).orThrow();
        return ResponseEntity.created(URI.create("/api/v1/employees/%s/employments/%s".formatted(id, added.id())))
                .eTag(EntityTags.of(added.version()))
                .body(EmployeeViews.Job.of(added));
    }

    @GetMapping("/{id}/employments/{employment}")
    @LooksAt(FileKind.EMPLOYEE)
    @Operation(summary = "Get an employment")
    ResponseEntity<EmployeeViews.Job> employment(@PathVariable UUID id, @PathVariable UUID employment) {
        return view(files.employment(id, employment).employment());
    }

    @PutMapping("/{id}/employments/{employment}")
    @LooksAt(FileKind.EMPLOYEE)
    @Operation(summary = "Change an employment", description = "Needs If-Match. 409 as when adding")
    ResponseEntity<EmployeeViews.Job> change(
            @PathVariable UUID id,
            @PathVariable UUID employment,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody EmploymentForm form)
            throws BindException {
        authorization.require(Permission.EMPLOYEES_EDIT);
        long version = files.employment(id, employment).employment().version();
        EntityTags.require(ifMatch, version);
        return view(employments.change(id, employment, details(form), version).orThrow());
    }

    private static ResponseEntity<EmployeeViews.Job> view(Employment employment) {
        return ResponseEntity.ok().eTag(EntityTags.of(employment.version())).body(EmployeeViews.Job.of(employment));
    }

    private EmployeeViews.Whole view(EmployeeFiles.File file) {
        return EmployeeViews.Whole.of(file, maySeeBsn(file));
    }

    private boolean maySeeBsn(EmployeeFiles.File file) {
        return authorization.may(Permission.EMPLOYEES_FIND_BY_BSN, file.reachedBy());
    }

    private EmployeeDetails details(EmployeeForm form, Optional<Bsn> kept, List<Language> choosable)
            throws BindException {
        BeanPropertyBindingResult errors = new BeanPropertyBindingResult(form, "person");
        Optional<EmployeeDetails> details = form.details(errors, time.today(), kept, choosable);
        if (details.isEmpty()) {
            throw new BindException(errors);
        }
        return details.get();
    }

    private static EmploymentDetails details(EmploymentForm form) throws BindException {
        BeanPropertyBindingResult errors = new BeanPropertyBindingResult(form, "employment");
        Optional<EmploymentDetails> details = form.details(errors);
        if (details.isEmpty()) {
            throw new BindException(errors);
        }
        return details.get();
    }
}
