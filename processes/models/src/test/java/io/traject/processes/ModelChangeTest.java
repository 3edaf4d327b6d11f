package io.traject.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.client.api.command.MigrationPlanBuilderImpl;
import io.camunda.zeebe.model.bpmn.instance.Activity;
import io.camunda.zeebe.model.bpmn.instance.CatchEvent;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a change of a model means for the instances that are running: {@code docs/processes.md}. */
@ExtendWith(Engine.Shared.class)
class ModelChangeTest {

    private final UUID caseId = UUID.randomUUID();
    private final Engine engine;
    private final Instance aCase;
    private final long firstVersion;

    ModelChangeTest(Engine engine) {
        this.engine = engine;
        aCase = engine.start(
                Messages.RE_EXAMINATION_CASE_OPENED,
                caseId,
                Map.of(
                        Variables.CASE_ID,
                        caseId.toString(),
                        Variables.FINAL_DATE,
                        engine.now().plus(Duration.ofDays(14)).toString()));
        var claim = aCase.takeJob(JobTypes.CLAIM_START);
        firstVersion = claim.getProcessDefinitionKey();
        aCase.complete(claim, Map.of(Variables.CLAIMED, true));
    }

    @Test
    void shouldMakeAVersionOnlyOfAModelThatChanged() {
        var model = caseModel();
        long unchanged = engine.deploy(model);

        assertThat(engine.deploy(model)).isEqualTo(unchanged);
        assertThat(engine.deploy(changed(model))).isNotEqualTo(unchanged);
    }

    @Test
    void shouldFinishOnTheVersionItStartedOn() {
        aCase.awaitReached("AwaitInvitation");

        engine.deploy(changed(caseModel()));
        aCase.receive(Messages.CASE_DATA_SUPPLIED);

        var job = aCase.takeJob(JobTypes.OPEN_TASK);
        assertThat(job.getProcessDefinitionKey()).isEqualTo(firstVersion);
    }

    @Test
    void shouldMoveAWaitingCaseToANewVersion() {
        aCase.receive(
                Messages.RE_EXAMINATION_INVITED,
                Map.of(
                        Variables.REMINDERS,
                        List.of(engine.now().plus(Duration.ofDays(5)).toString())));
        aCase.awaitReached("AwaitFinalDate");

        long newVersion = engine.deploy(changed(caseModel()));
        moveTo(newVersion);

        aCase.receive(Messages.CASE_DATA_SUPPLIED);
        var job = aCase.takeJob(JobTypes.OPEN_TASK);
        assertThat(job.getProcessDefinitionKey()).isEqualTo(newVersion);
    }

    @Test
    void shouldMoveAnOpenTaskToANewVersion() {
        aCase.receive(Messages.CASE_DATA_SUPPLIED);
        aCase.openTask("AssessSuppliedData", TaskTypes.ASSESS_SUPPLIED_DATA);

        long newVersion = engine.deploy(changed(caseModel()));
        moveTo(newVersion);

        aCase.completeTask("AssessSuppliedData", Map.of(Variables.OUTCOME, "granted"));
        var job = aCase.takeJob(JobTypes.RECORD_DECISION);
        assertThat(job.getProcessDefinitionKey()).isEqualTo(newVersion);
    }

    /** Everything that can be waited in, and every event that is listened to, becomes what has the same name. */
    private void moveTo(long version) {
        var plan = new MigrationPlanBuilderImpl();
        plan.withTargetProcessDefinitionKey(version);
        ModelFiles.elements(FlowNode.class)
                .filter(node -> node instanceof Activity || node instanceof CatchEvent)
                .filter(ModelChangeTest::isInCase)
                .forEach(node -> plan.addMappingInstruction(node.getId(), node.getId()));
        engine.client()
                .newMigrateProcessInstanceCommand(aCase.key())
                .migrationPlan(plan.build())
                .send()
                .join();
    }

    private static boolean isInCase(FlowNode node) {
        return node.getModelInstance().getModelElementById(ProcessIds.RE_EXAMINATION_CASE) != null;
    }

    private static ProcessModel caseModel() {
        return ProcessModels.all().stream()
                .filter(model -> model.processId().equals(ProcessIds.RE_EXAMINATION_CASE))
                .findFirst()
                .orElseThrow();
    }

    private static ProcessModel changed(ProcessModel model) {
        return new ProcessModel(
                model.processId(), model.resourceName(), model.xml() + "<!-- " + UUID.randomUUID() + " -->\n");
    }
}
