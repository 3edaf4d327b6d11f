package io.traject.cases.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.traject.access.FileKind;
import io.traject.access.LooksAt;
import io.traject.cases.Case;
import io.traject.cases.CaseFile;
import io.traject.cases.CaseResult;
import io.traject.cases.CaseType;
import io.traject.cases.CloseCase;
import io.traject.cases.NewEmployeeCase;
import io.traject.cases.OpenEmployeeCase;
import io.traject.kernel.Ids;
import io.traject.web.api.Codes;
import io.traject.web.api.EntityTags;
import io.traject.web.api.RequestProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Cases about employees, which people open and close themselves. */
@RestController
@RequestMapping("/api/v1/cases")
@Tag(name = "Cases")
class EmployeeCaseApi {

    private final OpenEmployeeCase openEmployeeCase;
    private final CloseCase closeCase;
    private final CaseFile file;

    EmployeeCaseApi(OpenEmployeeCase openEmployeeCase, CloseCase closeCase, CaseFile file) {
        this.openEmployeeCase = openEmployeeCase;
        this.closeCase = closeCase;
        this.file = file;
    }

    /**
     * A case to be opened.
     *
     * @param type {@code absence} or {@code guidance}
     * @param finalDay on which it is to be done
     */
    record Opening(
            @NotBlank String type,
            @NotNull UUID employeeId,

            @NotBlank @Size(max = NewEmployeeCase.LONGEST_TITLE)
            String title,

            @NotNull LocalDate finalDay) {}

    /** @param result {@code completed}, {@code no-longer-needed} or {@code employment-ended} */
    record Closure(@NotBlank String result) {}

    @PostMapping
    @Operation(summary = "Open a case about an employee", description = "409 employee-archived, final-day-past")
    ResponseEntity<CaseView> open(@Valid @RequestBody Opening opening) {
        CaseType type = Codes.parse(CaseType.class, "type", Optional.of(opening.type()))
                .filter(CaseType::isAboutEmployee)
                .orElseThrow(() -> new RequestProblemException(
                        HttpStatus.BAD_REQUEST, "parameter-invalid", "type", opening.type()));
        Case opened = openEmployeeCase
                .open(new NewEmployeeCase(Ids.next(), type, opening.employeeId(), opening.title(), opening.finalDay()))
                .orThrow();
        return ResponseEntity.created(URI.create("/api/v1/cases/" + opened.id()))
                .eTag(EntityTags.of(opened.version()))
                .body(CaseView.of(opened, CaseFile.Supplied.NOTHING));
    }

    @LooksAt(FileKind.CASE)
    @PostMapping("/{id}/closure")
    @Operation(
            summary = "Close a case about an employee; its open tasks are withdrawn",
            description = "409 case-not-open, case-run-by-process")
    ResponseEntity<CaseView> close(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Closure closure) {
        CaseResult result = Codes.parse(CaseResult.class, "result", Optional.of(closure.result()))
                .orElseThrow();
        Case closed = closeCase.close(id, result, EntityTags.seen(ifMatch)).orThrow();
        return ResponseEntity.ok()
                .eTag(EntityTags.of(closed.version()))
                .body(CaseView.of(closed, file.supplied(closed.id())));
    }
}
