package io.traject.reexamination.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.Language;
import io.traject.reexamination.intake.TemplateWorkbook;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The empty spreadsheet to fill in; the same for pages and programs. */
@RestController
@Tag(name = "Re-examination batches")
class TemplateApi {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Authorization authorization;

    TemplateApi(Authorization authorization) {
        this.authorization = authorization;
    }

    @GetMapping({"/api/v1/re-examinations/template.xlsx", "/re-examinations/template.xlsx"})
    @Operation(summary = "Download the spreadsheet template")
    ResponseEntity<byte[]> template(Locale locale) throws IOException {
        authorization.require(Permission.RE_EXAMINATION_RUN);
        var out = new ByteArrayOutputStream();
        TemplateWorkbook.write(out, Language.of(locale));
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(
                                        Language.of(locale) == Language.NL
                                                ? "heronderzoek.xlsx"
                                                : "re-examination.xlsx")
                                .build()
                                .toString())
                .body(out.toByteArray());
    }
}
