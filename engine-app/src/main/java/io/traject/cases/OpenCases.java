package io.traject.cases;

import io.traject.events.DomainEvent;
import io.traject.events.DomainEventLog;
import io.traject.kernel.BusinessTime;
import io.traject.processes.Messages;
import io.traject.workers.engine.EngineCommands;
import io.traject.workers.engine.ProcessStart;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens cases together, at most 200 at once, and starts their processes. */
@Service
public class OpenCases {

    private final JdbcTemplate jdbc;
    private final CaseNumbers numbers;
    private final DomainEventLog events;
    private final EngineCommands engine;
    private final BusinessTime time;

    OpenCases(JdbcTemplate jdbc, CaseNumbers numbers, DomainEventLog events, EngineCommands engine, BusinessTime time) {
        this.jdbc = jdbc;
        this.numbers = numbers;
        this.events = events;
        this.engine = engine;
        this.time = time;
    }

    /** @return the opened cases, in the same order */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<OpenedCase> open(List<NewCase> cases) {
        if (cases.isEmpty()) {
            return List.of();
        }
        List<String> handedOut = numbers.ofReExaminations(cases.size());
        var now = time.now().atOffset(ZoneOffset.UTC);
        var number = handedOut.iterator();
        jdbc.batchUpdate("""
                insert into cases_case (id, number, type, organisation_id, subject, batch_id, state, stage, due_at,
                    opened_at, version)
                values (?, ?, ?, ?, ?, ?, 'OPEN', 'CREATED', ?, ?, 0)
                """, cases, cases.size(), (statement, opened) -> {
            statement.setObject(1, opened.id());
            statement.setString(2, number.next());
            statement.setString(3, opened.type().name());
            statement.setObject(4, opened.organisation());
            statement.setString(5, opened.subject());
            statement.setObject(6, opened.batch());
            statement.setObject(7, opened.dueAt().atOffset(ZoneOffset.UTC));
            statement.setObject(8, now);
        });
        List<DomainEvent> opened = cases.stream().map(OpenCases::openedEvent).toList();
        events.record(opened);
        engine.start(IntStream.range(0, cases.size())
                .mapToObj(i -> start(cases.get(i), opened.get(i)))
                .toList());
        return IntStream.range(0, cases.size())
                .mapToObj(i -> new OpenedCase(cases.get(i).id(), handedOut.get(i)))
                .toList();
    }

    private static DomainEvent openedEvent(NewCase opened) {
        return DomainEvent.ofCase(
                "case.opened",
                opened.organisation(),
                opened.id(),
                Map.of("caseType", opened.type().name(), "batchId", opened.batch()));
    }

    private static ProcessStart start(NewCase opened, DomainEvent cause) {
        return new ProcessStart(
                Messages.RE_EXAMINATION_CASE_OPENED,
                opened.id(),
                cause.id(),
                Map.of("caseId", opened.id(), "finalDate", opened.dueAt().toString()));
    }
}
