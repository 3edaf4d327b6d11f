package io.traject.processes;

import static io.traject.processes.ModelFiles.elements;
import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.instance.Activity;
import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.Event;
import io.camunda.zeebe.model.bpmn.instance.FlowElement;
import io.camunda.zeebe.model.bpmn.instance.Gateway;
import io.camunda.zeebe.model.bpmn.instance.Message;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The models keep to one way of naming. */
class ModelStyleTest {

    private static final String PASCAL_CASE = "([A-Z][a-z]+)+";
    private static final String KEBAB_CASE = "[a-z]+(-[a-z]+)*";
    private static final String SENTENCE = "[A-Z][a-z]*( [a-z]+)*";

    @Test
    void shouldGiveEveryElementAnIdOfWords() {
        var named = Stream.concat(elements(FlowElement.class), elements(Message.class));

        assertThat(named.map(BaseElement::getId)).isNotEmpty().allMatch(id -> id.matches(PASCAL_CASE));
    }

    @Test
    void shouldNameActivitiesAsTheirIds() {
        assertThat(elements(Activity.class)).isNotEmpty().allSatisfy(activity -> {
            assertThat(activity.getName()).matches(SENTENCE).contains(" ");
            assertThat(activity.getId()).isEqualTo(pascalCase(activity.getName()));
        });
    }

    @Test
    void shouldAskAQuestionAtEveryGateway() {
        assertThat(elements(Gateway.class)).isNotEmpty().allSatisfy(gateway -> {
            assertThat(gateway.getName()).matches(SENTENCE + "\\?");
            assertThat(gateway.getId()).isEqualTo(pascalCase(gateway.getName()));
        });
    }

    @Test
    void shouldAnswerOnEveryFlowOutOfAGateway() {
        assertThat(elements(SequenceFlow.class).filter(flow -> flow.getSource() instanceof Gateway))
                .isNotEmpty()
                .allSatisfy(flow -> assertThat(flow.getName()).matches(SENTENCE));
    }

    @Test
    void shouldNameEveryEvent() {
        assertThat(elements(Event.class))
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.getName()).matches(SENTENCE));
    }

    @Test
    void shouldNameProcessesAndMessagesInKebabCase() {
        var names = Stream.concat(
                elements(Process.class).map(Process::getId),
                elements(Message.class).map(Message::getName));

        assertThat(names).isNotEmpty().allMatch(name -> name.matches(KEBAB_CASE));
    }

    @Test
    void shouldNameJobTypesByModuleAndVerb() {
        assertThat(elements(ZeebeTaskDefinition.class).map(ZeebeTaskDefinition::getType))
                .isNotEmpty()
                .allMatch(type -> type.matches("[a-z]+\\.[a-z]+([A-Z][a-z]+)*"));
    }

    private static String pascalCase(String name) {
        return Arrays.stream(name.replace("?", "").split(" "))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }
}
