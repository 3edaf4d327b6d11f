package io.traject.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.traject.kernel.Language;
import io.traject.processes.ProcessIds;
import io.traject.processes.ProcessModel;
import io.traject.processes.ProcessModels;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** Where a process can stand, a page can say so. */
class ProcessLabelsTest {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final Set<String> WHERE_IT_WAITS =
            Set.of("serviceTask", "userTask", "intermediateCatchEvent", "receiveTask", "callActivity");
    private static final Set<String> NOT_DRAWN = Set.of("process", "message", "error", "signal", "escalation");

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void shouldNameEveryStepAtWhichAProcessWaits(String language) {
        ResourceBundle texts = ResourceBundle.getBundle("i18n/processes", Locale.of(language));

        assertThat(texts.keySet())
                .containsAll(ProcessModels.all().stream()
                        .flatMap(model -> Stream.concat(Stream.of("title"), steps(model).stream())
                                .map(step -> "processes." + model.processId() + "." + step))
                        .toList());
    }

    @Test
    void shouldNameEverythingThatIsDrawnInDutch() {
        for (ProcessModel model : ProcessModels.all()) {
            assertThat(elements(model)
                            .filter(element -> element.hasAttribute("name"))
                            .filter(element -> !NOT_DRAWN.contains(element.getLocalName()))
                            .map(element -> element.getAttribute("id"))
                            .filter(id -> ModelTexts.name(model.processId(), id).isEmpty()))
                    .as("models/names_nl.properties: %s", model.processId())
                    .isEmpty();
        }
        var dutch = ModelTexts.translated(
                ProcessModels.all().getFirst().xml(), ProcessIds.RE_EXAMINATION_BATCH, Language.NL);
        assertThat(dutch).contains("name=\"Mails verzenden\"").doesNotContain("name=\"Send mails\"");
    }

    private static List<String> steps(ProcessModel model) {
        return elements(model)
                .filter(element -> WHERE_IT_WAITS.contains(element.getLocalName()))
                .map(element -> element.getAttribute("id"))
                .toList();
    }

    private static Stream<Element> elements(ProcessModel model) {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            var elements = factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(model.xml())))
                    .getElementsByTagNameNS(BPMN, "*");
            return IntStream.range(0, elements.getLength()).mapToObj(i -> (Element) elements.item(i));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
