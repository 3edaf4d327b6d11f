package io.traject.organisation.imports.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.traject.access.Authorization;
import io.traject.access.FileKind;
import io.traject.access.LooksAt;
import io.traject.access.Permission;
import io.traject.kernel.Language;
import io.traject.organisation.imports.CancelImport;
import io.traject.organisation.imports.ConfirmImport;
import io.traject.organisation.imports.Import;
import io.traject.organisation.imports.ImportCounts;
import io.traject.organisation.imports.ImportDirectory;
import io.traject.organisation.imports.ImportRow;
import io.traject.organisation.imports.ImportTemplate;
import io.traject.organisation.imports.ImportTexts;
import io.traject.organisation.imports.RowFilter;
import io.traject.organisation.imports.UploadOrganisation;
import io.traject.sheets.UploadedFile;
import io.traject.web.api.ItemPage;
import io.traject.web.api.PageQuery;
import io.traject.web.api.RequestProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Imports of an organisation: upload, see what would happen, agree, follow. */
@RestController
@Tag(name = "Organisation imports")
class ImportApi {

    private static final String PATH = "/api/v1/organisation-imports";
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final UploadOrganisation uploadOrganisation;
    private final ConfirmImport confirmImport;
    private final CancelImport cancelImport;
    private final ImportDirectory directory;
    private final ImportTexts texts;
    private final ImportTemplate template;
    private final Authorization authorization;

    ImportApi(
            UploadOrganisation uploadOrganisation,
            ConfirmImport confirmImport,
            CancelImport cancelImport,
            ImportDirectory directory,
            ImportTexts texts,
            ImportTemplate template,
            Authorization authorization) {
        this.uploadOrganisation = uploadOrganisation;
        this.confirmImport = confirmImport;
        this.cancelImport = cancelImport;
        this.directory = directory;
        this.texts = texts;
        this.template = template;
        this.authorization = authorization;
    }

    /**
     * An import as callers see it.
     *
     * @param state checking, unreadable, checked, applying, done or cancelled
     * @param rows that the file has; 0 while that is not known
     * @param checked how many of them have been compared with what is there
     * @param problems why the file can't be imported
     */
    record View(
            UUID id,
            String state,
            String fileName,
            String uploadedBy,
            Instant uploadedAt,
            int rows,
            int checked,
            List<Total> totals,
            List<String> problems) {}

    /**
     * How many rows.
     *
     * @param sheet parts or employees
     * @param action add, change, move, keep or none
     * @param state planned, done or refused
     */
    record Total(String sheet, String action, String state, int rows) {}

    /**
     * A row.
     *
     * @param row the spreadsheet's own number; the header is row 1
     * @param resultId the part or employee, once it is done
     */
    record RowView(
            String sheet,
            int row,
            String label,
            String action,
            String state,
            List<Value> changes,
            List<Wrong> problems,
            @Nullable UUID resultId) {}

    /** A value that changes; from and to are null when they are for nobody's eyes, and empty for nothing. */
    record Value(
            String field, @Nullable String from, @Nullable String to) {}

    /**
     * What is wrong.
     *
     * @param cell such as E12; empty when it is about no cell
     */
    record Wrong(String column, String cell, String code, String message) {}

    @PostMapping(path = PATH, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Upload the spreadsheet of an organisation",
            description = "201 with state checking: nothing changes before the confirmation. The same file of the same"
                    + " account is the same import for as long as that is under way. 409 import-too-large")
    ResponseEntity<View> upload(@RequestParam MultipartFile file, Locale locale) throws IOException {
        authorization.require(Permission.ORGANISATION_IMPORT);
        try (UploadedFile uploaded = UploadedFile.of(file)) {
            UUID id =
                    uploadOrganisation.upload(uploaded.path(), uploaded.name()).orThrow();
            return ResponseEntity.created(URI.create(PATH + "/" + id)).body(view(directory.get(id), locale));
        }
    }

    @GetMapping(PATH)
    @Operation(summary = "List imports, newest first")
    ItemPage<View> list(PageQuery query, Locale locale) {
        return ItemPage.of(
                directory.list(query.offset(), query.size()).stream()
                        .map(one -> view(one, locale))
                        .toList(),
                query,
                directory.count());
    }

    @GetMapping(PATH + "/{id}")
    @Operation(summary = "Follow an import")
    View get(@PathVariable UUID id, Locale locale) {
        return view(directory.get(id), locale);
    }

    @GetMapping(PATH + "/{id}/rows")
    @LooksAt(FileKind.IMPORT)
    @Operation(
            summary = "List what each row would do, or did",
            description = "what: added, changed, moved, kept or refused")
    ItemPage<RowView> rows(@PathVariable UUID id, @RequestParam Optional<String> what, PageQuery query, Locale locale) {
        Import one = directory.get(id);
        Optional<RowFilter> filter = what.map(text -> RowFilter.of(text)
                .orElseThrow(
                        () -> new RequestProblemException(HttpStatus.BAD_REQUEST, "parameter-invalid", "what", text)));
        return ItemPage.of(
                directory.rows(one, filter, query.offset(), query.size()).stream()
                        .map(row -> view(row, locale))
                        .toList(),
                query,
                directory.countRows(one, filter));
    }

    @PostMapping(PATH + "/{id}/confirmation")
    @Operation(
            summary = "Agree to what an import would do",
            description = "409 import-not-checked, import-cancelled or import-nothing-to-do; a repeat changes nothing")
    ResponseEntity<View> confirm(@PathVariable UUID id, Locale locale) {
        return ResponseEntity.accepted().body(view(confirmImport.confirm(id).orThrow(), locale));
    }

    @DeleteMapping(PATH + "/{id}")
    @Operation(
            summary = "Give an import up before anything happens",
            description = "Its file and rows are deleted at once. 409 import-begun")
    ResponseEntity<Void> cancel(@PathVariable UUID id) {
        cancelImport.cancel(id).orThrow();
        return ResponseEntity.noContent().build();
    }

    @GetMapping({PATH + "/template.xlsx", "/organisation/imports/template.xlsx"})
    @Operation(summary = "Download the spreadsheet to fill in")
    ResponseEntity<byte[]> template(Locale locale) throws IOException {
        authorization.require(Permission.ORGANISATION_IMPORT);
        Language language = Language.of(locale);
        var out = new ByteArrayOutputStream();
        template.write(out, language);
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(language == Language.NL ? "organisatie.xlsx" : "organisation.xlsx")
                                .build()
                                .toString())
                .body(out.toByteArray());
    }

    private View view(Import one, Locale locale) {
        ImportCounts counts = directory.counts(one);
        return new View(
                one.id(),
                code(one.state()),
                one.fileName(),
                one.uploader(),
                one.uploadedAt(),
                one.rows(),
                one.checked(),
                counts.counts().stream()
                        .map(count ->
                                new Total(code(count.sheet()), code(count.action()), code(count.state()), count.rows()))
                        .toList(),
                one.problems().stream()
                        .map(problem -> texts.sentence(problem, locale))
                        .toList());
    }

    private RowView view(ImportRow row, Locale locale) {
        return new RowView(
                code(row.sheet()),
                row.number(),
                row.label(),
                code(row.action()),
                code(row.state()),
                row.changes().stream()
                        .map(change -> change.masked()
                                ? new Value(change.field(), null, null)
                                : new Value(change.field(), change.from(), change.to()))
                        .toList(),
                row.problems().stream()
                        .map(problem -> new Wrong(
                                problem.column(),
                                problem.letter().isEmpty() ? "" : problem.letter() + row.number(),
                                problem.key().substring(problem.key().lastIndexOf('.') + 1),
                                texts.sentence(problem, locale)))
                        .toList(),
                row.result().orElse(null));
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
