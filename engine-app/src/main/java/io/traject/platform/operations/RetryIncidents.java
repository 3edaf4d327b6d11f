package io.traject.platform.operations;

import io.traject.access.Actor;
import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.cases.StepRetried;
import io.traject.cases.SubjectNames.Named;
import io.traject.events.DomainEvent;
import io.traject.events.DomainEventLog;
import io.traject.workers.engine.EngineCommands;
import io.traject.workers.engine.StandingIncident;
import io.traject.workers.progress.OpenIncidents;
import io.traject.workers.progress.OpenIncidents.Kind;
import io.traject.workers.progress.OpenIncidents.Standstill;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Has steps that stand still tried once more. Asked twice, it does the same once: what goes on already is left alone. */
@Component
public class RetryIncidents {

    /** More than that are retried in several goes. */
    public static final int AT_ONCE = 5_000;

    private static final Logger log = LoggerFactory.getLogger(RetryIncidents.class);

    private final OpenIncidents incidents;
    private final EngineCommands commands;
    private final DomainEventLog events;
    private final Names names;
    private final Authorization authorization;

    RetryIncidents(
            OpenIncidents incidents,
            EngineCommands commands,
            DomainEventLog events,
            Names names,
            Authorization authorization) {
        this.incidents = incidents;
        this.commands = commands;
        this.events = events;
        this.names = names;
        this.authorization = authorization;
    }

    /** Which incidents are meant: those of these keys, all of a kind, or all. */
    public sealed interface Selection {

        record Chosen(List<Long> keys) implements Selection {}

        record OfKind(Kind kind) implements Selection {}

        record All() implements Selection {}
    }

    /** Those of the selection that stand still now. */
    @Transactional(readOnly = true)
    public List<Standstill> selected(Selection selection) {
        authorization.requireForInstallation(Permission.OPERATIONS);
        return standing(selection);
    }

    /** @return how many are tried again */
    @Transactional
    public int retry(Selection selection) {
        Actor operator = authorization.requireForInstallation(Permission.OPERATIONS);
        List<Standstill> standing = standing(selection);
        commands.retryIncidents(standing.stream()
                .map(incident -> new StandingIncident(incident.key(), incident.jobKey()))
                .toList());
        events.record(told(standing));
        log.info("User {} has {} incidents tried again", operator.id(), standing.size());
        return standing.size();
    }

    private List<Standstill> standing(Selection selection) {
        return switch (selection) {
            case Selection.Chosen(var keys) -> incidents.stillOpen(keys);
            case Selection.OfKind(var kind) -> incidents.list(Optional.of(kind), 0, AT_ONCE);
            case Selection.All() -> incidents.list(Optional.empty(), 0, AT_ONCE);
        };
    }

    private List<DomainEvent> told(List<Standstill> standing) {
        Map<UUID, Named> subjects = names.of(standing.stream()
                .map(Standstill::subject)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return standing.stream()
                .flatMap(incident -> Stream.ofNullable(incident.subject())
                        .flatMap(key -> Stream.ofNullable(subjects.get(key)))
                        .map(subject -> StepRetried.event(subject, incident.kind())))
                .toList();
    }
}
