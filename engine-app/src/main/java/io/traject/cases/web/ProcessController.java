package io.traject.cases.web;

import io.traject.cases.TraceProcess;
import io.traject.kernel.Language;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The model of a case's process, in the reader's language, for the page that draws it. */
@Controller
class ProcessController {

    private static final MediaType BPMN = new MediaType("application", "xml", StandardCharsets.UTF_8);

    private final TraceProcess traceProcess;

    ProcessController(TraceProcess traceProcess) {
        this.traceProcess = traceProcess;
    }

    @GetMapping("/cases/{id}/process.bpmn")
    ResponseEntity<String> model(@PathVariable UUID id, Locale locale) {
        return ResponseEntity.ok().contentType(BPMN).body(traceProcess.model(id, Language.of(locale)));
    }
}
