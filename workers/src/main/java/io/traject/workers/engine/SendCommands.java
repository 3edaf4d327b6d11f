package io.traject.workers.engine;

import io.traject.workers.engine.EngineCommand.Cancellation;
import io.traject.workers.engine.EngineCommand.Completion;
import io.traject.workers.engine.EngineCommand.Messages;
import io.traject.workers.engine.EngineCommand.Retries;
import io.traject.workers.engine.EngineCommand.Starts;
import io.traject.workers.engine.EngineException.Reason;
import io.traject.workers.progress.ProcessProgress;
import io.traject.workers.progress.UserTaskProgress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sends a command that is due. An exception means: not done, send it again later. */
@Component
class SendCommands {

    /** How long the engine keeps a message that nobody awaits yet, and recognises a repeat of it. */
    private static final Duration TIME_TO_LIVE = Duration.ofDays(7);

    private static final int ONE_TRY = 1;

    private final Engine engine;
    private final EngineRequests requests;
    private final ProcessStarts starts;
    private final ProcessProgress progress;

    SendCommands(Engine engine, EngineRequests requests, ProcessStarts starts, ProcessProgress progress) {
        this.engine = engine;
        this.requests = requests;
        this.starts = starts;
        this.progress = progress;
    }

    void start(Starts command) {
        var sent = publishAll(starts.unsent(command.businessKeys()));
        starts.markSent(
                command.businessKeys(),
                sent.done().stream().map(EngineMessage::messageId).toList());
        if (sent.failure() != null) {
            throw sent.failure();
        }
    }

    void publish(Messages command) {
        var sent = publishAll(command.messages());
        if (sent.failure() != null) {
            throw new PartlySentException(new Messages(sent.open()), sent.failure());
        }
    }

    private Sent<EngineMessage> publishAll(List<EngineMessage> messages) {
        return sendAll(messages, message -> engine.publish(message, TIME_TO_LIVE));
    }

    /** Side by side, as far as there is room. */
    private <T> Sent<T> sendAll(List<T> things, Function<T, CompletableFuture<Void>> request) {
        var answers = things.stream()
                .map(thing -> requests.send(() -> request.apply(thing)))
                .toList();
        var done = new ArrayList<T>();
        var open = new ArrayList<T>();
        EngineException failure = null;
        for (int i = 0; i < things.size(); i++) {
            try {
                await(answers.get(i));
                done.add(things.get(i));
            } catch (EngineException e) {
                open.add(things.get(i));
                failure = e;
            }
        }
        return new Sent<>(done, open, failure);
    }

    /** "Not found" is as good as completed only if the projection, too, shows that the task has ended. */
    void completeUserTask(Completion command) {
        var task = progress.userTask(command.elementInstanceKey())
                .orElseThrow(() -> new EngineException(Reason.NOT_FOUND, "the projection does not show the task yet"));
        if (!task.ended()) {
            try {
                send(() -> engine.completeUserTask(task.userTaskKey(), command.variables()));
            } catch (EngineException e) {
                if (!hasEnded(command.elementInstanceKey())) {
                    throw e;
                }
            }
        }
    }

    private boolean hasEnded(long elementInstanceKey) {
        return progress.userTask(elementInstanceKey)
                .map(UserTaskProgress::ended)
                .orElse(false);
    }

    void cancelInstance(Cancellation command) {
        try {
            send(() -> engine.cancelInstance(command.processInstanceKey()));
        } catch (EngineException e) {
            if (e.reason() != Reason.NOT_FOUND) {
                throw e;
            }
        }
    }

    /** One try, so that whoever asked for it soon sees whether the cause is mended. */
    void retryIncidents(Retries command) {
        var sent = sendAll(command.incidents(), this::retry);
        if (sent.failure() != null) {
            throw new PartlySentException(new Retries(sent.open()), sent.failure());
        }
    }

    private CompletableFuture<Void> retry(StandingIncident incident) {
        var job = incident.jobKey();
        var raised = job == null ? CompletableFuture.<Void>completedFuture(null) : engine.raiseRetries(job, ONE_TRY);
        return raised.exceptionallyCompose(SendCommands::unlessGone)
                .thenCompose(ignored -> engine.resolveIncident(incident.key()))
                .exceptionallyCompose(SendCommands::unlessGone);
    }

    private static CompletableFuture<Void> unlessGone(Throwable failure) {
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof EngineException answer && answer.reason() == Reason.NOT_FOUND
                ? CompletableFuture.completedFuture(null)
                : CompletableFuture.failedFuture(cause);
    }

    private void send(Supplier<CompletableFuture<Void>> request) {
        await(requests.send(request));
    }

    private static void await(CompletableFuture<Void> answer) {
        try {
            answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof EngineException failure ? failure : e;
        }
    }

    private record Sent<T>(
            List<T> done, List<T> open, @Nullable EngineException failure) {}

    /** Part of a command was taken; the other part is its rest. */
    static final class PartlySentException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient EngineCommand rest;

        PartlySentException(EngineCommand rest, EngineException cause) {
            super(cause.getMessage(), cause);
            this.rest = rest;
        }

        EngineCommand rest() {
            return rest;
        }
    }
}
