package io.traject.processes;

import static io.traject.processes.ModelFiles.elements;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.instance.CatchEvent;
import io.camunda.zeebe.model.bpmn.instance.ConditionExpression;
import io.camunda.zeebe.model.bpmn.instance.Error;
import io.camunda.zeebe.model.bpmn.instance.ErrorEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.Message;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.TimeDate;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeExecutionListener;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeInput;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeLoopCharacteristics;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeSubscription;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;

/** What Java calls by name is what the models contain, neither more nor less. */
class ConstantsTest {

    private static final Pattern STRING_LITERAL = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern VARIABLE_NAME = Pattern.compile("[A-Za-z]+");

    /** Words of the expression language, and a variable that the engine sets. */
    private static final Set<String> NOT_OURS = Set.of("null", "or", "loopCounter");

    @Test
    void shouldNameEveryProcess() {
        assertThat(elements(Process.class).map(Process::getId).collect(toSet()))
                .isEqualTo(constants(ProcessIds.class))
                .isEqualTo(ProcessModels.all().stream()
                        .map(ProcessModel::processId)
                        .collect(toSet()));
    }

    @Test
    void shouldNameEveryMessage() {
        assertThat(elements(Message.class).map(Message::getName).collect(toSet()))
                .isEqualTo(constants(Messages.class));
    }

    @Test
    void shouldNameEveryJobType() {
        var jobTypes = Stream.concat(
                        elements(ZeebeTaskDefinition.class).map(ZeebeTaskDefinition::getType),
                        elements(ZeebeExecutionListener.class).map(ZeebeExecutionListener::getType))
                .collect(toSet());

        assertThat(jobTypes).isEqualTo(constants(JobTypes.class));
    }

    @Test
    void shouldNameEveryTaskType() {
        assertThat(elements(UserTask.class).map(ConstantsTest::taskType).collect(toSet()))
                .isEqualTo(constants(TaskTypes.class));
    }

    @Test
    void shouldNameEveryOutcomeOfTheFollowUp() {
        var outcomes = elements(ConditionExpression.class)
                .map(ModelElementInstance::getTextContent)
                .filter(condition -> condition.startsWith("=outcome"))
                .flatMap(ConstantsTest::stringLiterals)
                .collect(toSet());

        assertThat(outcomes).isEqualTo(constants(FollowUpOutcomes.class));
    }

    @Test
    void shouldNameEveryVariable() {
        var expressions = Stream.of(
                        elements(ConditionExpression.class).map(ModelElementInstance::getTextContent),
                        elements(TimeDate.class).map(ModelElementInstance::getTextContent),
                        elements(ZeebeSubscription.class).map(ZeebeSubscription::getCorrelationKey),
                        elements(ZeebeInput.class).map(ZeebeInput::getSource),
                        elements(ZeebeLoopCharacteristics.class).map(ZeebeLoopCharacteristics::getInputCollection))
                .flatMap(texts -> texts)
                .flatMap(ConstantsTest::variables);
        var targets = Stream.concat(
                elements(ZeebeInput.class).map(ZeebeInput::getTarget),
                elements(ZeebeLoopCharacteristics.class).map(ZeebeLoopCharacteristics::getInputElement));

        assertThat(Stream.concat(expressions, targets).collect(toSet())).isEqualTo(constants(Variables.class));
    }

    @Test
    void shouldCatchEveryError() {
        var caught = elements(ErrorEventDefinition.class)
                .filter(definition -> definition.getParentElement() instanceof CatchEvent)
                .map(ErrorEventDefinition::getError)
                .filter(Objects::nonNull)
                .map(Error::getErrorCode)
                .collect(toSet());

        assertThat(caught)
                .containsAll(elements(Error.class).map(Error::getErrorCode).toList());
    }

    private static String taskType(UserTask task) {
        return task.getModelInstance().getModelElementsByType(ZeebeInput.class).stream()
                .filter(input -> input.getTarget().equals(Variables.TASK_TYPE))
                .filter(input -> input.getParentElement()
                        .getParentElement()
                        .getParentElement()
                        .equals(task))
                .flatMap(input -> stringLiterals(input.getSource()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(task.getId() + " has no task type"));
    }

    private static Stream<String> stringLiterals(String expression) {
        return STRING_LITERAL.matcher(expression).results().map(match -> match.group(1));
    }

    private static Stream<String> variables(String expression) {
        return VARIABLE_NAME
                .matcher(STRING_LITERAL.matcher(expression).replaceAll(""))
                .results()
                .map(MatchResult::group)
                .filter(word -> !NOT_OURS.contains(word));
    }

    private static Set<String> constants(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> Modifier.isPublic(field.getModifiers()))
                .map(ConstantsTest::value)
                .collect(toSet());
    }

    private static String value(Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
