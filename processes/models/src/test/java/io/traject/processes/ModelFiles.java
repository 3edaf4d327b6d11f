package io.traject.processes;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.io.ByteArrayInputStream;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** The models, parsed. */
final class ModelFiles {

    private static final List<BpmnModelInstance> PARSED =
            ProcessModels.all().stream().map(ModelFiles::parse).toList();

    private ModelFiles() {}

    static List<BpmnModelInstance> all() {
        return PARSED;
    }

    /** Elements of a type in all models. */
    static <E extends ModelElementInstance> Stream<E> elements(Class<E> type) {
        return PARSED.stream().map(model -> model.getModelElementsByType(type)).flatMap(Collection::stream);
    }

    private static BpmnModelInstance parse(ProcessModel model) {
        return Bpmn.readModelFromStream(new ByteArrayInputStream(model.xml().getBytes(UTF_8)));
    }
}
