package io.traject.workers.engine;

import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.traject.workers.TestHandlers.Work;
import io.traject.workers.TestPlatform;
import java.util.Map;
import java.util.UUID;

/** A client of the tests' own, beside the engine under test, with a process of one job. */
final class TestProcesses implements AutoCloseable {

    static final String ONE_JOB = "one-job";
    static final String ONE_JOB_WANTED = "one-job-wanted";
    static final int RETRIES = 3;

    private final ZeebeClient client = ZeebeClient.newClientBuilder()
            .usePlaintext()
            .grpcAddress(TestPlatform.broker().grpcAddress())
            .restAddress(TestPlatform.broker().restAddress())
            .build();

    TestProcesses() {
        var model = Bpmn.createExecutableProcess(ONE_JOB)
                .startEvent()
                .message(ONE_JOB_WANTED)
                .serviceTask("Work", task -> task.zeebeJobType(Work.JOB_TYPE).zeebeJobRetries(String.valueOf(RETRIES)))
                .endEvent()
                .moveToProcess(ONE_JOB)
                .startEvent()
                .connectTo("Work")
                .done();
        client.newDeployResourceCommand()
                .addProcessModel(model, ONE_JOB + ".bpmn")
                .send()
                .join();
    }

    /** Starts a process whose job does what the test registered under the id. */
    long startOneJob(UUID testId) {
        return start(ONE_JOB, Map.of("testId", testId.toString()));
    }

    long start(String processId, Map<String, Object> variables) {
        return client.newCreateInstanceCommand()
                .bpmnProcessId(processId)
                .latestVersion()
                .variables(variables)
                .send()
                .join()
                .getProcessInstanceKey();
    }

    /** Starts in the middle: a process that begins with a message has no other beginning. */
    long startAt(String elementId, String processId, Map<String, Object> variables) {
        return client.newCreateInstanceCommand()
                .bpmnProcessId(processId)
                .latestVersion()
                .startBeforeElement(elementId)
                .variables(variables)
                .send()
                .join()
                .getProcessInstanceKey();
    }

    @Override
    public void close() {
        client.close();
    }
}
