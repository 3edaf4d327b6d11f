package io.traject.workers.engine;

import io.traject.workers.engine.EngineCommand.Cancellation;
import io.traject.workers.engine.EngineCommand.Completion;
import io.traject.workers.engine.EngineCommand.Messages;
import io.traject.workers.engine.EngineCommand.Retries;
import io.traject.workers.engine.EngineCommand.Starts;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells what a queued command is about. */
@Component
class CommandSubjects {

    private final JdbcClient jdbc;

    CommandSubjects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Ids of the things; without those whose process the projection doesn't show yet. */
    List<UUID> of(EngineCommand command) {
        return switch (command) {
            case Starts(var businessKeys) ->
                subjects("business_key = any(?)", (Object) businessKeys.toArray(UUID[]::new));
            case Messages(var messages) ->
                messages.stream().map(EngineMessage::correlationKey).distinct().toList();
            case Cancellation(long instance) -> ofInstances("select ?", instance);
            case Completion(long element, var variables) ->
                ofInstances(
                        "select process_instance_key from progress.user_task where element_instance_key = ?", element);
            case Retries(var incidents) ->
                ofInstances("select process_instance_key from progress.incident where key = any(?)", (Object)
                        incidents.stream().map(StandingIncident::key).toArray(Long[]::new));
        };
    }

    private List<UUID> ofInstances(String instances, Object parameter) {
        return subjects("process_instance_key in (" + instances + ")", parameter);
    }

    private List<UUID> subjects(String which, Object parameter) {
        return jdbc.sql("select distinct correlation_key from engine_start where " + which)
                .param(parameter)
                .query(UUID.class)
                .list();
    }
}
