package io.traject.cases.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.traject.access.FileKind;
import io.traject.access.LooksAt;
import io.traject.cases.CancelCase;
import io.traject.cases.Case;
import io.traject.cases.CaseDirectory;
import io.traject.cases.CaseFile;
import io.traject.cases.CaseFilter;
import io.traject.cases.CaseList;
import io.traject.cases.CaseStage;
import io.traject.cases.CaseState;
import io.traject.cases.CaseSummary;
import io.traject.cases.ReceivedDocument;
import io.traject.cases.ReopenCase;
import io.traject.cases.SupplyData;
import io.traject.kernel.Outcome;
import io.traject.kernel.lists.Slice;
import io.traject.web.api.Codes;
import io.traject.web.api.EntityTags;
import io.traject.web.api.ItemPage;
import io.traject.web.api.PageQuery;
import io.traject.web.api.RequestProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Cases of any type. */
@RestController
@RequestMapping("/api/v1/cases")
@Tag(name = "Cases")
class CaseApi {

    private static final PageQuery.Order NEWEST = new PageQuery.Order("number", true);
    private static final TypeReference<Map<String, Object>> NAMED_VALUES = new TypeReference<>() {};

    private final CaseList cases;
    private final CaseDirectory directory;
    private final CaseFile file;
    private final CancelCase cancelCase;
    private final ReopenCase reopenCase;
    private final SupplyData supplyData;
    private final JsonMapper json;

    CaseApi(
            CaseList cases,
            CaseDirectory directory,
            CaseFile file,
            CancelCase cancelCase,
            ReopenCase reopenCase,
            SupplyData supplyData,
            JsonMapper json) {
        this.cases = cases;
        this.directory = directory;
        this.file = file;
        this.cancelCase = cancelCase;
        this.reopenCase = reopenCase;
        this.supplyData = supplyData;
        this.json = json;
    }

    /** Why a case is cancelled. */
    record Cancellation(@NotBlank @Size(max = 500) String reason) {}

    /** Why a case is reopened. */
    record Reopening(@Nullable @Size(max = 500) String reason) {}

    /** Named values, as supplied. */
    record Supplied(@NotNull Map<String, Object> data) {}

    @GetMapping
    @Operation(
            summary = "List cases, the newest first",
            description =
                    "q: beginnings of words of the number, the subject or the title; employee, employer: whom they are about. Sortable: number, subject, dueAt, openedAt")
    ItemPage<CaseListItem> list(
            @RequestParam Optional<UUID> batch,
            @RequestParam Optional<String> state,
            @RequestParam Optional<String> stage,
            @RequestParam Optional<String> q,
            @RequestParam Optional<UUID> employee,
            @RequestParam Optional<UUID> employer,
            PageQuery query) {
        Slice<CaseSummary> found = cases.find(
                new CaseFilter(
                        batch,
                        Codes.parse(CaseState.class, "state", state),
                        Codes.parse(CaseStage.class, "stage", stage),
                        q.filter(text -> !text.isBlank()),
                        employee,
                        employer),
                query.portion(CaseList.SORTABLE, NEWEST));
        return ItemPage.of(found, query, CaseSummary::id).map(CaseListItem::of);
    }

    @LooksAt(FileKind.CASE)
    @GetMapping("/{id}")
    @Operation(summary = "Get a case with what was supplied for it")
    ResponseEntity<CaseView> get(@PathVariable UUID id) {
        return view(directory.get(id));
    }

    @LooksAt(FileKind.CASE)
    @PostMapping("/{id}/cancellation")
    @Operation(summary = "Cancel a case that was wrongly started; its process ends and its tasks are withdrawn")
    ResponseEntity<CaseView> cancel(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Cancellation cancellation) {
        return view(cancelCase
                .cancel(id, cancellation.reason(), EntityTags.seen(ifMatch))
                .orThrow());
    }

    @LooksAt(FileKind.CASE)
    @PostMapping("/{id}/reopening")
    @Operation(
            summary = "Reopen a case that was wrongly closed; it is assessed again",
            description =
                    "409 case-not-closed, case-cancelled, or other-case-open when its resident has another open case of the scheme")
    ResponseEntity<CaseView> reopen(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody(required = false) @Nullable Reopening reopening) {
        String reason = reopening == null ? "" : Objects.requireNonNullElse(reopening.reason(), "");
        return view(reopenCase.reopen(id, reason, EntityTags.seen(ifMatch)).orThrow());
    }

    @LooksAt(FileKind.CASE)
    @PostMapping(path = "/{id}/supplied-data", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Supply data for a case")
    ResponseEntity<CaseView> supply(@PathVariable UUID id, @Valid @RequestBody Supplied supplied) {
        return view(supplyData.supply(id, supplied.data(), List.of()).orThrow());
    }

    @LooksAt(FileKind.CASE)
    @PostMapping(path = "/{id}/supplied-data", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Supply data and documents for a case",
            description =
                    "data: a JSON object of named values; files: at most 20, of at most 25 MB each and 100 MB together")
    ResponseEntity<CaseView> supply(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String data,
            @RequestParam(required = false) @Nullable List<MultipartFile> files) {
        Outcome<Case> outcome = supplyData.supply(id, namedValues(data), ReceivedDocument.of(files));
        if (outcome instanceof Outcome.Refused<Case>(var refusal)
                && refusal.code().equals("virus-scanner-away")) {
            throw new RequestProblemException(HttpStatus.SERVICE_UNAVAILABLE, refusal.code());
        }
        return view(outcome.orThrow());
    }

    private Map<String, Object> namedValues(@Nullable String data) {
        try {
            return data == null || data.isBlank() ? Map.of() : json.readValue(data, NAMED_VALUES);
        } catch (JacksonException e) {
            throw new RequestProblemException(HttpStatus.BAD_REQUEST, "malformed");
        }
    }

    private ResponseEntity<CaseView> view(Case one) {
        return ResponseEntity.ok().eTag(EntityTags.of(one.version())).body(CaseView.of(one, file.supplied(one.id())));
    }
}
