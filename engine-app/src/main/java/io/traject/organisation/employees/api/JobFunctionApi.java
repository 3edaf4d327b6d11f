package io.traject.organisation.employees.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.organisation.employees.JobFunction;
import io.traject.organisation.employees.KeepJobFunctions;
import io.traject.organisation.employees.forms.Typed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The job functions of an employer. */
@RestController
@RequestMapping("/api/v1/employers/{employer}/job-functions")
@Tag(name = "Employees")
class JobFunctionApi {

    private final KeepJobFunctions jobFunctions;
    private final Authorization authorization;

    JobFunctionApi(KeepJobFunctions jobFunctions, Authorization authorization) {
        this.jobFunctions = jobFunctions;
        this.authorization = authorization;
    }

    /** @param code empty for the name */
    record NewFunction(
            @NotBlank @Size(max = JobFunction.MAX_LENGTH) String name,
            @Nullable @Size(max = JobFunction.MAX_LENGTH) String code) {}

    @GetMapping
    @Operation(summary = "List the job functions of an employer, by name")
    EmployeeViews.Items<EmployeeViews.Function> list(@PathVariable UUID employer) {
        authorization.require(Permission.EMPLOYEES_VIEW, employer);
        return new EmployeeViews.Items<>(jobFunctions.of(employer).stream()
                .map(EmployeeViews.Function::of)
                .toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Add a job function", description = "409 job-function-name-taken, job-function-code-taken")
    EmployeeViews.Function add(@PathVariable UUID employer, @Valid @RequestBody NewFunction function) {
        return EmployeeViews.Function.of(jobFunctions
                .add(employer, Typed.line(function.name()), Typed.text(Typed.line(function.code())))
                .orThrow());
    }
}
