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

/** Models of processes, for pages that draw them. */
@Controller
class ProcessController {

    private static final MediaType BPMN = new MediaType("application", "xml", StandardCharsets.UTF_8);

    private final TraceProcess traceProcess;

    ProcessController(TraceProcess traceProcess) {
        this.traceProcess = traceProcess;
    }

    /** @param subject what the process is about: a case, a batch */
    @GetMapping("/processes/{subject}/model.bpmn")
    ResponseEntity<String> model(@PathVariable UUID subject, Locale locale) {
        return ResponseEntity.ok().contentType(BPMN).body(traceProcess.model(subject, Language.of(locale)));
    }
}
