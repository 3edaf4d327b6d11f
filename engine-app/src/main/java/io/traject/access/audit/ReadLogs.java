package io.traject.access.audit;

import io.traject.access.AccessLog;
import io.traject.access.Actor;
import io.traject.access.AuditTrail.Value;
import io.traject.access.AuditedObject;
import io.traject.access.Authorization;
import io.traject.access.FileKind;
import io.traject.access.FilePart;
import io.traject.access.NodesInReach;
import io.traject.access.ObjectReferences;
import io.traject.access.Permission;
import io.traject.access.PersonalFile;
import io.traject.access.WhoLooked;
import io.traject.access.audit.LogEntry.Person;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.lists.OrderedTable;
import io.traject.kernel.lists.OrderedTable.Condition;
import io.traject.kernel.lists.Portion;
import io.traject.kernel.lists.Portion.From;
import io.traject.kernel.lists.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the logs, within the reach of who may; each reading is itself in the access log, before anything is shown. */
@Service
public class ReadLogs implements WhoLooked {

    /** Lines in one export, at most. */
    public static final int MOST = 50_000;

    private static final int PORTION = 2_000;
    private static final int MOST_PEOPLE = 500;
    private static final String TIME = "at";
    private static final UUID NOBODY = new UUID(0, 1);

    private final JdbcClient database;
    private final Authorization authorization;
    private final AccessLog accessLog;
    private final NodesInReach nodesInReach;
    private final List<ObjectReferences> references;
    private final JsonMapper json;
    private final TransactionTemplate reading;
    private final Map<Log, OrderedTable<LogEntry>> tables = new EnumMap<>(Log.class);

    ReadLogs(
            JdbcClient database,
            Authorization authorization,
            AccessLog accessLog,
            NodesInReach nodesInReach,
            List<ObjectReferences> references,
            JsonMapper json,
            PlatformTransactionManager transactions) {
        this.database = database;
        this.authorization = authorization;
        this.accessLog = accessLog;
        this.nodesInReach = nodesInReach;
        this.references = references;
        this.json = json;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        for (Log log : Log.values()) {
            tables.put(
                    log,
                    new OrderedTable<>(
                            database, log.table(), "*", Map.of(TIME, List.of("id")), (row, n) -> entry(log, row)));
        }
    }

    /** What of a log the actor may read. @param nodes empty: all of the organisation */
    private record Scope(UUID organisation, Optional<Set<UUID>> nodes) {}

    /** A part of a log, by time. */
    public Slice<LogEntry> read(Log log, LogFilter filter, Portion portion) {
        Scope scope = scope();
        note(log, scope);
        return read(log, scope, filter, portion);
    }

    /** The newest lines of a log, at most {@link #MOST}, read as they are taken. */
    public Stream<LogEntry> export(Log log, LogFilter filter) {
        Scope scope = scope();
        note(log, scope);
        Portion first = new Portion(TIME, true, PORTION, new From.Offset(0));
        return Stream.iterate(
                        read(log, scope, filter, first),
                        slice -> !slice.items().isEmpty(),
                        slice -> slice.hasNext()
                                ? read(log, scope, filter, after(slice))
                                : new Slice<>(List.of(), true, false, 0))
                .flatMap(slice -> slice.items().stream())
                .limit(MOST);
    }

    /** How people name the objects of these lines. */
    public Map<UUID, String> references(List<LogEntry> entries) {
        UUID organisation = scope().organisation();
        return references.stream()
                .flatMap(room -> {
                    Set<UUID> ids = entries.stream()
                            .filter(entry -> entry.kind().equals(room.kind()))
                            .map(LogEntry::object)
                            .collect(Collectors.toSet());
                    return ids.isEmpty() ? Stream.empty() : room.of(organisation, ids).entrySet().stream();
                })
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));
    }

    /** The kinds of objects that were changed, or of files that were looked at. */
    public List<String> kinds(Log log) {
        scope();
        return log == Log.LOOKS
                ? Stream.of(FileKind.values()).map(ReadLogs::code).toList()
                : database.sql("""
                        with recursive kinds as (
                            (select object_kind from access_change order by object_kind limit 1)
                            union all
                            select (select c.object_kind from access_change c where c.object_kind > k.object_kind
                                    order by c.object_kind limit 1)
                            from kinds k where k.object_kind is not null)
                        select object_kind from kinds where object_kind is not null
                        """).query(String.class).list();
    }

    @Override
    public Optional<List<Look>> at(PersonalFile file, int atMost) {
        if (!authorization.may(Permission.AUDIT_READ, file.node())) {
            return Optional.empty();
        }
        accessLog.looked(file, FilePart.LOOKS);
        return Optional.of(database.sql("""
                        select * from access_look where file_id = ? and organisation_id = ? order by id desc limit ?
                        """)
                .params(file.id(), file.organisation(), atMost)
                .query((row, n) -> {
                    LogEntry entry = entry(Log.LOOKS, row);
                    return new Look(
                            entry.at(),
                            entry.actor().name(),
                            entry.behalf().map(Person::name),
                            FilePart.valueOf(entry.what()));
                })
                .list());
    }

    private Slice<LogEntry> read(Log log, Scope scope, LogFilter filter, Portion portion) {
        return Objects.requireNonNull(reading.execute(status -> Objects.requireNonNull(tables.get(log))
                .read(scope.organisation(), conditions(log, scope, filter), portion)));
    }

    private static Portion after(Slice<LogEntry> slice) {
        return new Portion(
                TIME, true, PORTION, new From.After(slice.items().getLast().id()));
    }

    private Scope scope() {
        Actor actor = authorization.require(Permission.AUDIT_READ);
        return actor.organisation()
                .map(organisation -> new Scope(
                        organisation,
                        actor.reach().isWhole(organisation)
                                ? Optional.empty()
                                : Optional.of(nodesInReach.nodes(actor.reach().parts()))))
                .orElseGet(() -> new Scope(AuditedObject.INSTALLATION, Optional.empty()));
    }

    private void note(Log log, Scope scope) {
        accessLog.looked(
                PersonalFile.of(FileKind.LOG, scope.organisation(), scope.organisation()),
                log == Log.CHANGES ? FilePart.CHANGES : FilePart.LOOKS);
    }

    private List<Condition> conditions(Log log, Scope scope, LogFilter filter) {
        List<Condition> conditions = new ArrayList<>();
        scope.nodes().ifPresent(nodes -> conditions.add(anyOf("node_id = any(:nodes)", "nodes", nodes)));
        filter.person()
                .ifPresent(person ->
                        conditions.add(Condition.of("(actor_id = :person or behalf_id = :person)", "person", person)
                                .fetchedFirst(OrderedTable.COUNT_LIMIT)));
        filter.who()
                .ifPresent(words -> conditions.add(anyOf(
                                "(actor_id = any(:who) or behalf_id = any(:who))",
                                "who",
                                people(scope.organisation(), words))
                        .fetchedFirst(OrderedTable.COUNT_LIMIT)));
        filter.object()
                .ifPresent(object -> conditions.add(
                        Condition.of(log.object() + " = :object", "object", object(scope.organisation(), object))
                                .fetchedFirst(OrderedTable.COUNT_LIMIT)));
        filter.kind()
                .ifPresent(kind -> conditions.add(Condition.of("lower(" + log.kind() + ") = :kind", "kind", kind)));
        filter.what()
                .ifPresent(what -> conditions.add(Condition.of("lower(" + log.what() + ") = :what", "what", what)));
        filter.from().ifPresent(day -> conditions.add(Condition.of("id >= :from", "from", firstIdOf(day))));
        filter.until()
                .ifPresent(day -> conditions.add(Condition.of("id < :until", "until", firstIdOf(day.plusDays(1)))));
        return conditions;
    }

    private static Condition anyOf(String sql, String parameter, Set<UUID> values) {
        return Condition.of(sql, parameter, values.toArray(UUID[]::new));
    }

    /** Ids begin with the time, so that a day is found through the index of the order. */
    static UUID firstIdOf(LocalDate day) {
        long milliseconds = day.atStartOfDay(BusinessTime.ZONE).toInstant().toEpochMilli();
        return new UUID(milliseconds << 16, 0);
    }

    private Set<UUID> people(UUID organisation, String words) {
        return database.sql("""
                        select id from (
                            select id, username, display_name as name, organisation_id from access_user
                            union all
                            select id, username, description, organisation_id from access_api_account) account
                        where coalesce(organisation_id, :none) = :organisation
                          and (username = lower(:words) or position(lower(:words) in lower(name)) > 0)
                        limit :most
                        """)
                .param("none", AuditedObject.INSTALLATION)
                .param("organisation", organisation)
                .param("words", words)
                .param("most", MOST_PEOPLE)
                .query(UUID.class)
                .set();
    }

    private UUID object(UUID organisation, String typed) {
        return id(typed)
                .or(() -> references.stream()
                        .flatMap(room -> room.find(organisation, typed).stream())
                        .findFirst())
                .orElse(NOBODY);
    }

    private static Optional<UUID> id(String typed) {
        try {
            return Optional.of(UUID.fromString(typed));
        } catch (IllegalArgumentException aReference) {
            return Optional.empty();
        }
    }

    private static String code(FileKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private LogEntry entry(Log log, ResultSet row) throws SQLException {
        UUID behalf = row.getObject("behalf_id", UUID.class);
        return new LogEntry(
                row.getObject("id", UUID.class),
                instant(row),
                new Person(row.getObject("actor_id", UUID.class), row.getString("actor_name")),
                Actor.Kind.valueOf(row.getString("actor_kind")),
                behalf == null ? Optional.empty() : Optional.of(new Person(behalf, row.getString("behalf_name"))),
                row.getString(log.what()),
                row.getString(log.kind()).toLowerCase(Locale.ROOT),
                row.getObject(log.object(), UUID.class),
                log == Log.CHANGES ? values(row.getString("details")) : List.of(),
                Optional.ofNullable(row.getObject("block", Long.class)));
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject("at", OffsetDateTime.class).toInstant();
    }

    private List<Value> values(String details) {
        return json.readTree(details).properties().stream()
                .map(field -> new Value(
                        field.getKey(),
                        text(field.getValue().get("from")),
                        text(field.getValue().get("to")),
                        field.getValue().has("masked")))
                .toList();
    }

    private static Optional<String> text(@Nullable JsonNode value) {
        return Optional.ofNullable(value).map(JsonNode::asString);
    }
}
