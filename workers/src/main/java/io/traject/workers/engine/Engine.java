package io.traject.workers.engine;

import io.traject.processes.ProcessModel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The engine, as the platform needs it; the one implementation knows the client library. Every future fails with an
 * {@link EngineException}.
 */
public interface Engine {

    /** Publishes a message; one with an id that the engine knows already counts as published. */
    CompletableFuture<Void> publish(EngineMessage message, Duration timeToLive);

    CompletableFuture<Void> completeUserTask(long userTaskKey, Map<String, Object> variables);

    CompletableFuture<Void> cancelInstance(long processInstanceKey);

    /** Deploys the models together and answers their versions by resource name. */
    CompletableFuture<Map<String, Integer>> deploy(List<ProcessModel> models);

    /** Answers when the engine leads every partition, and fails when it doesn't or can't be reached. */
    CompletableFuture<Void> ping();

    /**
     * Takes jobs, until the subscription is closed. Each is handed to the receiver on its own virtual thread, at most as
     * many at once as asked for; the receiver ends the job by one of the methods below, and is still running until it
     * returns.
     */
    JobSubscription subscribe(JobRequest request, Consumer<EngineJob> receiver);

    CompletableFuture<Void> completeJob(long jobKey, Map<String, Object> variables);

    /** Fails a job that may be tried so often still, after the back-off; with no retries it becomes an incident. */
    CompletableFuture<Void> failJob(long jobKey, int retries, Duration backOff, String message);

    CompletableFuture<Void> throwError(long jobKey, String code, String message);

    /** Lets a job that has no retries left be tried so often once its incident is resolved. */
    CompletableFuture<Void> raiseRetries(long jobKey, int retries);

    /** Lets the process go on at the step that stands still; if the cause is still there, it becomes a new incident. */
    CompletableFuture<Void> resolveIncident(long incidentKey);

    /** Keeps a job from being handed to somebody else for so long, counted from now. */
    CompletableFuture<Void> extendJob(long jobKey, Duration timeout);

    /**
     * Which jobs to take.
     *
     * @param variables names of the variables that the jobs need, or empty for all
     * @param maxJobs at once
     * @param timeout after which a job that was not ended or extended is handed out again
     */
    record JobRequest(String jobType, List<String> variables, int maxJobs, Duration timeout) {}

    /** Jobs being taken from the engine. */
    interface JobSubscription extends AutoCloseable {

        /** Takes no more jobs; those at work go on. */
        @Override
        void close();
    }
}
