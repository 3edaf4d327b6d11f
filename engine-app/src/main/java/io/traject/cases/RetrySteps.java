package io.traject.cases;

import io.traject.access.Permission;
import io.traject.events.DomainEventLog;
import io.traject.workers.engine.EngineCommands;
import io.traject.workers.engine.StandingIncident;
import io.traject.workers.progress.OpenIncidents;
import io.traject.workers.progress.OpenIncidents.Standstill;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Has the steps of a case tried once more that stand still; for an administrator of its municipality. */
@Component
public class RetrySteps {

    private final CaseDirectory directory;
    private final CaseNames names;
    private final OpenIncidents incidents;
    private final EngineCommands commands;
    private final DomainEventLog events;

    RetrySteps(
            CaseDirectory directory,
            CaseNames names,
            OpenIncidents incidents,
            EngineCommands commands,
            DomainEventLog events) {
        this.directory = directory;
        this.names = names;
        this.incidents = incidents;
        this.commands = commands;
        this.events = events;
    }

    /**
     * Asked twice, it does the same once: what goes on already is left alone.
     *
     * @return how many
     * @throws io.traject.kernel.NotFoundException when there is no such case, or it is another organisation's
     */
    @Transactional
    public int retry(UUID caseId) {
        Case about = directory.get(caseId, Permission.ADMINISTRATION);
        List<Standstill> standing = incidents.about(about.id());
        commands.retryIncidents(standing.stream()
                .map(incident -> new StandingIncident(incident.key(), incident.jobKey()))
                .toList());
        events.record(names.named(List.of(about.id())).stream()
                .flatMap(name -> standing.stream().map(incident -> StepRetried.event(name, incident.kind())))
                .toList());
        return standing.size();
    }
}
