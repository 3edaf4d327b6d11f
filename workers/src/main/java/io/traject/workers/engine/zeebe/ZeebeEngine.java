package io.traject.workers.engine.zeebe;

import static java.util.stream.Collectors.toMap;

import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.client.api.ZeebeFuture;
import io.camunda.zeebe.client.api.command.ClientHttpException;
import io.camunda.zeebe.client.api.response.ActivatedJob;
import io.camunda.zeebe.client.api.response.DeploymentEvent;
import io.camunda.zeebe.client.api.response.PartitionInfo;
import io.camunda.zeebe.client.api.response.Process;
import io.camunda.zeebe.client.api.response.Topology;
import io.grpc.Status;
import io.traject.processes.ProcessModel;
import io.traject.workers.engine.Engine;
import io.traject.workers.engine.EngineException;
import io.traject.workers.engine.EngineException.Reason;
import io.traject.workers.engine.EngineJob;
import io.traject.workers.engine.EngineJson;
import io.traject.workers.engine.EngineMessage;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;

/** Speaks gRPC to a Zeebe gateway, and REST for user tasks, which gRPC doesn't know. */
final class ZeebeEngine implements Engine, AutoCloseable {

    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration PING_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration DEPLOYMENT_TIMEOUT = Duration.ofSeconds(60);
    private static final String WORKER_NAME = "traject";

    private final ZeebeClient client;

    ZeebeEngine(URI grpcAddress, URI restAddress) {
        var builder = ZeebeClient.newClientBuilder()
                .grpcAddress(grpcAddress)
                .restAddress(restAddress)
                .defaultRequestTimeout(REQUEST_TIMEOUT)
                .defaultJobWorkerName(WORKER_NAME)
                .jobWorkerExecutor(new VirtualThreadScheduler(), true)
                // Repeats what was refused for back-pressure or a lost connection a few times, with growing pauses.
                .useDefaultRetryPolicy(true);
        if ("http".equals(grpcAddress.getScheme())) {
            builder.usePlaintext();
        }
        this.client = builder.build();
    }

    @Override
    public CompletableFuture<Void> publish(EngineMessage message, Duration timeToLive) {
        return done(client.newPublishMessageCommand()
                        .messageName(message.name())
                        .correlationKey(message.correlationKey().toString())
                        .messageId(message.messageId().toString())
                        .timeToLive(timeToLive)
                        .variables(EngineJson.write(message.variables()))
                        .send())
                .exceptionallyCompose(
                        failure -> isKnownAlready(failure) ? CompletableFuture.completedFuture(null) : failed(failure));
    }

    private static boolean isKnownAlready(Throwable failure) {
        return Status.fromThrowable(failure).getCode() == Status.Code.ALREADY_EXISTS;
    }

    @Override
    public CompletableFuture<Void> completeUserTask(long userTaskKey, Map<String, Object> variables) {
        return done(client.newUserTaskCompleteCommand(userTaskKey)
                .variables(EngineJson.plain(variables))
                .send());
    }

    @Override
    public CompletableFuture<Void> cancelInstance(long processInstanceKey) {
        return done(client.newCancelInstanceCommand(processInstanceKey).send());
    }

    @Override
    public CompletableFuture<Map<String, Integer>> deploy(List<ProcessModel> models) {
        var first = models.getFirst();
        var command = client.newDeployResourceCommand().addResourceStringUtf8(first.xml(), first.resourceName());
        models.stream().skip(1).forEach(model -> command.addResourceStringUtf8(model.xml(), model.resourceName()));
        return answer(command.requestTimeout(DEPLOYMENT_TIMEOUT).send(), ZeebeEngine::versions);
    }

    private static Map<String, Integer> versions(DeploymentEvent deployment) {
        return deployment.getProcesses().stream().collect(toMap(Process::getResourceName, Process::getVersion));
    }

    @Override
    public CompletableFuture<Void> ping() {
        return answer(client.newTopologyRequest().requestTimeout(PING_TIMEOUT).send(), topology -> {
            if (ledPartitions(topology) < topology.getPartitionsCount()) {
                throw new EngineException(Reason.UNAVAILABLE, "not every partition has a leader");
            }
            return null;
        });
    }

    private static long ledPartitions(Topology topology) {
        return topology.getBrokers().stream()
                .flatMap(broker -> broker.getPartitions().stream())
                .filter(PartitionInfo::isLeader)
                .map(PartitionInfo::getPartitionId)
                .distinct()
                .count();
    }

    @Override
    public JobSubscription subscribe(JobRequest request, Consumer<EngineJob> receiver) {
        var worker = client.newWorker()
                .jobType(request.jobType())
                .handler((jobs, job) -> receiver.accept(received(job)))
                .maxJobsActive(request.maxJobs())
                .timeout(request.timeout())
                .streamEnabled(true);
        if (!request.variables().isEmpty()) {
            worker.fetchVariables(request.variables());
        }
        return worker.open()::close;
    }

    private static EngineJob received(ActivatedJob job) {
        return new EngineJob(
                job.getKey(),
                job.getType(),
                job.getProcessInstanceKey(),
                job.getElementInstanceKey(),
                job.getElementId(),
                job.getBpmnProcessId(),
                job.getVariables(),
                job.getCustomHeaders(),
                job.getRetries(),
                Instant.ofEpochMilli(job.getDeadline()));
    }

    @Override
    public CompletableFuture<Void> completeJob(long jobKey, Map<String, Object> variables) {
        return done(client.newCompleteCommand(jobKey)
                .variables(EngineJson.write(variables))
                .send());
    }

    @Override
    public CompletableFuture<Void> failJob(long jobKey, int retries, Duration backOff, String message) {
        return done(client.newFailCommand(jobKey)
                .retries(retries)
                .retryBackoff(backOff)
                .errorMessage(message)
                .send());
    }

    @Override
    public CompletableFuture<Void> throwError(long jobKey, String code, String message) {
        return done(client.newThrowErrorCommand(jobKey)
                .errorCode(code)
                .errorMessage(message)
                .send());
    }

    @Override
    public CompletableFuture<Void> raiseRetries(long jobKey, int retries) {
        return done(client.newUpdateRetriesCommand(jobKey).retries(retries).send());
    }

    @Override
    public CompletableFuture<Void> resolveIncident(long incidentKey) {
        return done(client.newResolveIncidentCommand(incidentKey).send());
    }

    @Override
    public CompletableFuture<Void> extendJob(long jobKey, Duration timeout) {
        return done(client.newUpdateTimeoutCommand(jobKey).timeout(timeout).send());
    }

    @Override
    public void close() {
        client.close();
    }

    private static CompletableFuture<Void> done(ZeebeFuture<?> future) {
        return answer(future, ignored -> null);
    }

    private static <A, R> CompletableFuture<R> answer(ZeebeFuture<A> future, Function<A, R> result) {
        return future.thenApply(result).toCompletableFuture().exceptionallyCompose(ZeebeEngine::failed);
    }

    private static <R> CompletableFuture<R> failed(Throwable failure) {
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return CompletableFuture.failedFuture(
                cause instanceof EngineException ? cause : new EngineException(reason(cause), message(cause), cause));
    }

    private static Reason reason(Throwable failure) {
        if (failure instanceof ClientHttpException http) {
            return switch (http.code()) {
                case 404 -> Reason.NOT_FOUND;
                case 400, 409, 422 -> Reason.REFUSED;
                case 429, 503 -> Reason.OVERLOADED;
                default -> Reason.UNAVAILABLE;
            };
        }
        return switch (Status.fromThrowable(failure).getCode()) {
            case NOT_FOUND -> Reason.NOT_FOUND;
            case RESOURCE_EXHAUSTED -> Reason.OVERLOADED;
            case INVALID_ARGUMENT, FAILED_PRECONDITION, ALREADY_EXISTS, PERMISSION_DENIED, UNIMPLEMENTED ->
                Reason.REFUSED;
            default -> Reason.UNAVAILABLE;
        };
    }

    private static String message(Throwable failure) {
        if (failure instanceof ClientHttpException) {
            return String.valueOf(failure.getMessage());
        }
        var status = Status.fromThrowable(failure);
        return switch (status.getCode()) {
            case UNAVAILABLE, DEADLINE_EXCEEDED -> "the engine does not answer (" + status.getCode() + ")";
            default -> status.getCode() + ": " + status.getDescription();
        };
    }
}
