package io.traject.reexamination.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.traject.access.AccessLog;
import io.traject.access.FileKind;
import io.traject.access.FilePart;
import io.traject.access.PersonalFile;
import io.traject.reexamination.Batch;
import io.traject.reexamination.BatchDirectory;
import io.traject.reexamination.BatchState;
import io.traject.reexamination.ConfirmBatch;
import io.traject.reexamination.DiscardBatch;
import io.traject.reexamination.DispatchBatch;
import io.traject.reexamination.PauseDispatch;
import io.traject.reexamination.RetryBatch;
import io.traject.reexamination.SheetErrors;
import io.traject.reexamination.UploadResidents;
import io.traject.reexamination.UploadResidents.Upload;
import io.traject.sheets.UploadedFile;
import io.traject.web.api.ItemPage;
import io.traject.web.api.PageQuery;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Sort;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.BindException;
import org.springframework.validation.MapBindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Batches of residents: upload, check, create, dispatch. */
@RestController
@RequestMapping("/api/v1/re-examination-batches")
@Tag(name = "Re-examination batches")
class BatchApi {

    private static final Map<String, String> SORTABLE = Map.of("uploadedAt", "uploadedAt", "fileName", "fileName");
    private static final int UNPROCESSED_SHOWN = 1000;

    private final UploadResidents uploadResidents;
    private final ConfirmBatch confirmBatch;
    private final DispatchBatch dispatchBatch;
    private final DiscardBatch discardBatch;
    private final PauseDispatch pauseDispatch;
    private final RetryBatch retryBatch;
    private final BatchDirectory directory;
    private final SheetErrors sheetErrors;
    private final AccessLog accessLog;

    BatchApi(
            UploadResidents uploadResidents,
            ConfirmBatch confirmBatch,
            DispatchBatch dispatchBatch,
            DiscardBatch discardBatch,
            PauseDispatch pauseDispatch,
            RetryBatch retryBatch,
            BatchDirectory directory,
            SheetErrors sheetErrors,
            AccessLog accessLog) {
        this.uploadResidents = uploadResidents;
        this.confirmBatch = confirmBatch;
        this.dispatchBatch = dispatchBatch;
        this.discardBatch = discardBatch;
        this.pauseDispatch = pauseDispatch;
        this.retryBatch = retryBatch;
        this.directory = directory;
        this.sheetErrors = sheetErrors;
        this.accessLog = accessLog;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Upload a spreadsheet of residents",
            description = "201 with state checked or rejected (with all errors); 200 with the existing batch when the"
                    + " same file was uploaded before; 422 for a file that can't be read")
    ResponseEntity<BatchView> upload(@RequestParam MultipartFile file, Locale locale)
            throws IOException, BindException {
        try (var uploaded = UploadedFile.of(file)) {
            return switch (uploadResidents.upload(uploaded.path(), uploaded.name())) {
                case Upload.Accepted(UUID id) ->
                    ResponseEntity.created(URI.create("/api/v1/re-examination-batches/" + id))
                            .body(view(directory.get(id), locale));
                case Upload.AlreadyThere(UUID id) -> ResponseEntity.ok(view(directory.get(id), locale));
                case Upload.Unreadable unreadable -> throw invalid(unreadable);
            };
        }
    }

    @GetMapping
    @Operation(summary = "List batches, newest first")
    ItemPage<BatchSummary> list(PageQuery query) {
        Page<Batch> page = directory.list(query.pageable(SORTABLE, Sort.by(Sort.Direction.DESC, "uploadedAt")));
        return ItemPage.of(
                page.map(batch -> new BatchSummary(
                                batch.id().toString(),
                                state(batch.state()),
                                batch.fileName(),
                                batch.uploadedAt(),
                                batch.rowCount()))
                        .getContent(),
                query,
                page.getTotalElements());
    }

    @GetMapping("/{id}")
    @Operation(summary = "Follow a batch")
    BatchView get(@PathVariable UUID id, Locale locale) {
        return view(directory.get(id), locale);
    }

    @PostMapping("/{id}/confirmation")
    @Operation(
            summary = "Agree to the contents: the cases are created",
            description = "409 template-missing while the municipality lacks a template that its residents are to be"
                    + " invited with; agree again once it is there")
    ResponseEntity<BatchView> confirm(@PathVariable UUID id, Locale locale) {
        return ResponseEntity.accepted().body(view(confirmBatch.confirm(id).orThrow(), locale));
    }

    @PostMapping("/{id}/dispatch")
    @Operation(summary = "Agree to the dispatch: mails go out, letters are made")
    ResponseEntity<BatchView> dispatch(@PathVariable UUID id, Locale locale) {
        return ResponseEntity.accepted().body(view(dispatchBatch.dispatch(id).orThrow(), locale));
    }

    @PostMapping("/{id}/pause")
    @Operation(
            summary = "Stop a dispatch: no mail of it leaves and no letter is made",
            description = "What was on its way still goes. 409 when nothing is being dispatched")
    BatchView pause(@PathVariable UUID id, Locale locale) {
        return view(pauseDispatch.pause(id).orThrow(), locale);
    }

    @PostMapping("/{id}/resume")
    @Operation(summary = "Let a paused dispatch go on where it stopped")
    BatchView resume(@PathVariable UUID id, Locale locale) {
        return view(pauseDispatch.resume(id).orThrow(), locale);
    }

    /** @param rows of the spreadsheet; absent for all that can be retried */
    record Retry(@Nullable Set<Integer> rows) {}

    @PostMapping("/{id}/retry")
    @Operation(
            summary = "Invite again who was left behind",
            description =
                    "Of a dispatched batch, which is dispatching until it is done; progress counts residents then."
                            + " 409 for rows that can't be retried: those with ALREADY_OPEN, and whose case has ended")
    ResponseEntity<BatchView> retry(
            @PathVariable UUID id, @RequestBody(required = false) @Nullable Retry asked, Locale locale) {
        Optional<Set<Integer>> rows = Optional.ofNullable(asked).map(Retry::rows);
        return ResponseEntity.accepted().body(view(retryBatch.retry(id, rows).orThrow(), locale));
    }

    @PostMapping("/{id}/discard")
    @Operation(summary = "Give the batch up before its dispatch: its cases are withdrawn")
    ResponseEntity<BatchView> discard(@PathVariable UUID id, Locale locale) {
        return ResponseEntity.accepted().body(view(discardBatch.discard(id).orThrow(), locale));
    }

    /** As long as nobody is left behind it names nobody. */
    private BatchView view(Batch batch, Locale locale) {
        var unprocessed = directory.unprocessed(batch, UNPROCESSED_SHOWN);
        if (!unprocessed.isEmpty()) {
            accessLog.looked(PersonalFile.of(FileKind.BATCH, batch.id(), batch.municipality()), FilePart.FILE);
        }
        return new BatchView(
                batch.id().toString(),
                state(batch.state()),
                batch.fileName(),
                batch.uploadedAt(),
                batch.rowCount(),
                sheetErrors.of(batch, 0, Integer.MAX_VALUE, locale).stream()
                        .map(error ->
                                new BatchView.CellProblem(error.row(), error.column(), error.code(), error.message()))
                        .toList(),
                new BatchView.Counts(
                        batch.counts().mail(),
                        batch.counts().letter(),
                        batch.counts().both()),
                directory.progress(batch),
                unprocessed);
    }

    private static BindException invalid(Upload.Unreadable unreadable) {
        var errors = new MapBindingResult(Map.of(), "file");
        unreadable
                .errors()
                .forEach(error -> errors.reject(
                        error.code().name(),
                        error.arguments().toArray(),
                        error.code().name()));
        return new BindException(errors);
    }

    private static String state(BatchState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
