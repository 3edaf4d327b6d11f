package io.traject.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.zeebe.client.api.response.ActivatedJob;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/** A process instance under test: does what workers and people would do, and tells where it is. */
record Instance(Engine engine, long key, UUID businessKey) {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration LOCK = Duration.ofMinutes(1);

    ActivatedJob takeJob(String type) {
        return takeJobs(type, 1).getFirst();
    }

    /** As many jobs as asked for, all of them open at the same time. */
    List<ActivatedJob> takeJobs(String type, int count) {
        var jobs = new ArrayList<ActivatedJob>();
        await().atMost(PATIENCE).until(() -> {
            var activated = engine.client()
                    .newActivateJobsCommand()
                    .jobType(type)
                    .maxJobsToActivate(count - jobs.size())
                    .timeout(LOCK)
                    .requestTimeout(Duration.ofSeconds(5))
                    .send()
                    .join()
                    .getJobs();
            activated.stream().filter(job -> job.getProcessInstanceKey() == key).forEach(jobs::add);
            return jobs.size() == count;
        });
        return jobs;
    }

    void complete(ActivatedJob job, Map<String, Object> answers) {
        engine.client().newCompleteCommand(job).variables(answers).send().join();
    }

    void completeJob(String type) {
        completeJob(type, Map.of());
    }

    void completeJob(String type, Map<String, Object> answers) {
        complete(takeJob(type), answers);
    }

    void receive(String message) {
        receive(message, Map.of());
    }

    void receive(String message, Map<String, Object> variables) {
        engine.publish(message, businessKey, variables);
    }

    /** Does the job that opens a human task, and waits until the task can be completed. */
    void openTask(String elementId, String taskType) {
        var job = takeJob(JobTypes.OPEN_TASK);
        assertThat(job.getElementId()).isEqualTo(elementId);
        assertThat(job.getVariablesAsMap()).containsEntry(Variables.TASK_TYPE, taskType);
        complete(job, Map.of());
        awaitEvent("USER_TASK.CREATED", elementId);
    }

    /** Completes the task that was opened last. */
    void completeTask(String elementId, Map<String, Object> answers) {
        long taskKey = engine.trace().of(key).stream()
                .filter(event("USER_TASK.CREATED", elementId))
                .mapToLong(Trace.Line::key)
                .max()
                .orElseThrow();
        engine.client()
                .newUserTaskCompleteCommand(taskKey)
                .variables(answers)
                .send()
                .join();
    }

    /** As when its last retry has failed. */
    void failJob(String type) {
        engine.client()
                .newFailCommand(takeJob(type))
                .retries(0)
                .errorMessage("as wanted")
                .send()
                .join();
    }

    void awaitPassed(String elementId) {
        awaitEvent("PROCESS_INSTANCE.ELEMENT_COMPLETED", elementId);
    }

    void awaitReached(String elementId) {
        awaitEvent("PROCESS_INSTANCE.ELEMENT_ACTIVATED", elementId);
    }

    void awaitTaskCancelled(String elementId) {
        awaitEvent("USER_TASK.CANCELED", elementId);
    }

    void awaitIncident(String elementId) {
        awaitEvent("INCIDENT.CREATED", elementId);
    }

    /** Waits for the end of the instance, which it must meet at this end event without an incident. */
    void awaitEnd(String endEventId) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(engine.trace().of(key))
                        .anyMatch(event("PROCESS_INSTANCE.ELEMENT_COMPLETED", processId())));
        assertThat(passed()).contains(endEventId);
        assertThat(engine.trace().of(key)).noneMatch(line -> line.event().equals("INCIDENT.CREATED"));
    }

    /** Ids of the elements that were completed, in order and as often as they were. */
    List<String> passed() {
        return engine.trace().of(key).stream()
                .filter(line -> line.event().equals("PROCESS_INSTANCE.ELEMENT_COMPLETED"))
                .map(Trace.Line::subject)
                .toList();
    }

    /** When the timers that were set are due. */
    List<Instant> timers() {
        return engine.trace().of(key).stream()
                .filter(line -> line.event().equals("TIMER.CREATED"))
                .map(line -> Instant.parse(line.subject()))
                .toList();
    }

    /** When the timers that went off were due. */
    List<Instant> timersFired() {
        return engine.trace().of(key).stream()
                .filter(line -> line.event().equals("TIMER.TRIGGERED"))
                .map(line -> Instant.parse(line.subject()))
                .toList();
    }

    private String processId() {
        return engine.trace().of(key).stream()
                .filter(line -> line.key() == key)
                .map(Trace.Line::subject)
                .findFirst()
                .orElseThrow();
    }

    private void awaitEvent(String event, String elementId) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(engine.trace().of(key)).anyMatch(event(event, elementId)));
    }

    private static Predicate<Trace.Line> event(String event, String subject) {
        return line -> line.event().equals(event) && line.subject().equals(subject);
    }
}
