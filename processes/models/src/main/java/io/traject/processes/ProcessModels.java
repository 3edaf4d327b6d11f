package io.traject.processes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The models to be deployed together. */
public final class ProcessModels {

    private ProcessModels() {}

    public static List<ProcessModel> all() {
        return List.of(
                read(ProcessIds.RE_EXAMINATION_BATCH),
                read(ProcessIds.RE_EXAMINATION_CASE),
                read(ProcessIds.RE_EXAMINATION_RETRY),
                read(ProcessIds.COMMUNICATION_DELIVERY),
                read(ProcessIds.EMPLOYER_REGISTRATION),
                read(ProcessIds.ADDED_TASK),
                read(ProcessIds.TRIGGER_ACTIONS));
    }

    private static ProcessModel read(String processId) {
        var resourceName = processId + ".bpmn";
        try (var file = ProcessModels.class.getResourceAsStream("/bpmn/" + resourceName)) {
            if (file == null) {
                throw new FileNotFoundException("bpmn/" + resourceName + " is not on the classpath");
            }
            return new ProcessModel(processId, resourceName, new String(file.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
