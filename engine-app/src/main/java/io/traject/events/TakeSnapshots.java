package io.traject.events;

import io.traject.events.FactSource.Known;
import io.traject.kernel.BusinessTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes down what is known when an event happens: at the end of its transaction, when everything that belongs to the change
 * has been written, and together with it.
 */
@Component
class TakeSnapshots {

    /** From a request to its case, employee and employer, and no further. */
    private static final int LONGEST_WAY = 4;

    private final EventCatalogue catalogue;
    private final WrittenChanges changes;
    private final JdbcTemplate jdbc;
    private final JsonMapper json;
    private final ApplicationEventPublisher announcements;

    TakeSnapshots(
            EventCatalogue catalogue,
            WrittenChanges changes,
            JdbcTemplate jdbc,
            JsonMapper json,
            ApplicationEventPublisher announcements) {
        this.catalogue = catalogue;
        this.changes = changes;
        this.jdbc = jdbc;
        this.json = json;
        this.announcements = announcements;
    }

    /** Of those that triggers may be about, when the current transaction commits. */
    void atCommit(List<DomainEvent> events, Instant at) {
        List<Snapshot> declared = events.stream()
                .flatMap(event -> catalogue.event(event.type()).stream().map(type -> new Snapshot(event, type, at)))
                .toList();
        if (declared.isEmpty()) {
            return;
        }
        if (TransactionSynchronizationManager.getResource(this) instanceof BeforeCommit waiting) {
            waiting.snapshots.addAll(declared);
        } else {
            var waiting = new BeforeCommit(new ArrayList<>(declared));
            TransactionSynchronizationManager.bindResource(this, waiting);
            TransactionSynchronizationManager.registerSynchronization(waiting);
        }
    }

    private void take(List<Snapshot> snapshots) {
        changes.flush();
        List<Snapshot> reached = snapshots;
        for (int step = 0; step < LONGEST_WAY && !reached.isEmpty(); step++) {
            reached = lookAround(reached);
        }
        jdbc.batchUpdate(
                "insert into events_snapshot (event_id, organisation_id, type, happened_on, knowledge) values (?, ?, ?, ?, ?::jsonb)",
                snapshots,
                snapshots.size(),
                (statement, snapshot) -> {
                    statement.setObject(1, snapshot.event.id());
                    statement.setObject(2, snapshot.event.organisation());
                    statement.setString(3, snapshot.event.type());
                    statement.setObject(4, snapshot.at.atZone(BusinessTime.ZONE).toLocalDate());
                    statement.setString(5, json.writeValueAsString(snapshot.knowledge()));
                });
        jdbc.batchUpdate(
                "insert into events_awaiting (event_id) values (?)",
                snapshots,
                snapshots.size(),
                (statement, snapshot) -> statement.setObject(1, snapshot.event.id()));
        announcements.publishEvent(new SnapshotsTaken(
                snapshots.stream().map(snapshot -> snapshot.event.id()).toList()));
    }

    /** Learns about the things that were reached last. @return those snapshots that reached further ones */
    private List<Snapshot> lookAround(List<Snapshot> snapshots) {
        Map<String, Set<UUID>> wanted = new HashMap<>();
        snapshots.forEach(
                snapshot -> snapshot.unknown.forEach(kind -> wanted.computeIfAbsent(kind, any -> new HashSet<>())
                        .add(Objects.requireNonNull(snapshot.things.get(kind)))));
        Map<String, List<Map<UUID, Known>>> learned = new HashMap<>();
        wanted.forEach((kind, ids) -> learned.put(
                kind,
                catalogue.sources(kind).stream()
                        .map(source -> source.known(ids))
                        .toList()));
        return snapshots.stream().filter(snapshot -> snapshot.learn(learned)).toList();
    }

    /** An event, and what is known with it so far. */
    private static final class Snapshot {

        private final DomainEvent event;
        private final DeclaredEvent type;
        private final Instant at;
        private final Map<String, UUID> things = new LinkedHashMap<>();
        private final Map<String, Object> values = new HashMap<>();
        private Set<String> unknown = new HashSet<>();

        Snapshot(DomainEvent event, DeclaredEvent type, Instant at) {
            this.event = event;
            this.type = type;
            this.at = at;
            reach(type.subject(), event.subject());
            Optional.ofNullable(event.caseId()).ifPresent(id -> reach("case", id));
            type.about()
                    .forEach(kind -> Optional.ofNullable(event.facts().get(kind + "Id"))
                            .ifPresent(id -> reach(kind, UUID.fromString(id.toString()))));
        }

        private void reach(String kind, UUID id) {
            if (type.about().contains(kind) && things.putIfAbsent(kind, id) == null) {
                unknown.add(kind);
            }
        }

        /** @return whether it led to more */
        boolean learn(Map<String, List<Map<UUID, Known>>> learned) {
            Set<String> asked = unknown;
            unknown = new HashSet<>();
            for (String kind : asked) {
                UUID id = Objects.requireNonNull(things.get(kind));
                for (Map<UUID, Known> told : learned.getOrDefault(kind, List.of())) {
                    Known known = told.get(id);
                    if (known != null) {
                        values.putAll(known.values());
                        known.links().forEach(this::reach);
                    }
                }
            }
            return !unknown.isEmpty();
        }

        Knowledge knowledge() {
            Map<String, Object> now = new HashMap<>();
            values.forEach((key, value) -> now.put(key, FieldValues.written(value)));
            type.fields().forEach(field -> {
                Object value = event.facts().get(field.key().substring("event.".length()));
                if (value != null) {
                    now.put(field.key(), FieldValues.written(value));
                }
            });
            Map<String, Object> was = byKey(event.before());
            Map<String, Object> is = byKey(event.after());
            Set<String> changed = new HashSet<>(was.keySet());
            changed.addAll(is.keySet());
            changed.removeIf(key -> Objects.equals(was.get(key), is.get(key)));
            is.keySet().stream()
                    .filter(changed::contains)
                    .forEach(key -> now.put(key, Objects.requireNonNull(is.get(key))));
            was.keySet().retainAll(changed);
            return new Knowledge(things, now, changed, was);
        }

        private Map<String, Object> byKey(@Nullable Map<String, Object> names) {
            Map<String, Object> byKey = new HashMap<>();
            if (names != null) {
                names.forEach((name, value) -> {
                    String key = name.contains(".") ? name : type.subject() + "." + name;
                    if (value != null && type.changing().contains(key)) {
                        byKey.put(key, FieldValues.written(value));
                    }
                });
            }
            return byKey;
        }
    }

    /** As it is kept. */
    record Knowledge(
            Map<String, UUID> things, Map<String, Object> now, Set<String> changed, Map<String, Object> before) {}

    private final class BeforeCommit implements TransactionSynchronization {

        private final List<Snapshot> snapshots;

        BeforeCommit(List<Snapshot> snapshots) {
            this.snapshots = snapshots;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(TakeSnapshots.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(TakeSnapshots.this, this);
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            take(List.copyOf(snapshots));
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(TakeSnapshots.this);
        }
    }
}
