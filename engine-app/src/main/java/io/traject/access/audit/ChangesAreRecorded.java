package io.traject.access.audit;

import io.traject.access.Actor;
import io.traject.access.AuditTrail.Change;
import io.traject.access.AuditTrail.Value;
import io.traject.access.Audited;
import io.traject.access.AuditedObject;
import jakarta.persistence.EntityManagerFactory;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.event.spi.AbstractCollectionEvent;
import org.hibernate.event.spi.AbstractPostDatabaseOperationEvent;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.PostCollectionRecreateEvent;
import org.hibernate.event.spi.PostCollectionRecreateEventListener;
import org.hibernate.event.spi.PostDeleteEvent;
import org.hibernate.event.spi.PostDeleteEventListener;
import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostInsertEventListener;
import org.hibernate.event.spi.PostUpdateEvent;
import org.hibernate.event.spi.PostUpdateEventListener;
import org.hibernate.event.spi.PreCollectionUpdateEvent;
import org.hibernate.event.spi.PreCollectionUpdateEventListener;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sees every change of an {@link Audited} entity as it is written, whichever use case makes it, and records the changes of
 * a transaction at its end, in it.
 */
@Component
class ChangesAreRecorded
        implements PostInsertEventListener,
                PostUpdateEventListener,
                PostDeleteEventListener,
                PostCollectionRecreateEventListener,
                PreCollectionUpdateEventListener {

    private static final long serialVersionUID = 1L;

    private final transient StoredAuditTrail trail;
    private final transient AuditedFields fields = new AuditedFields();

    /** What is seen and not yet recorded, by the session whose transaction it is. */
    private final transient Map<SharedSessionContractImplementor, Map<Seen, Change>> seen = new ConcurrentHashMap<>();

    ChangesAreRecorded(EntityManagerFactory factory, StoredAuditTrail trail) {
        this.trail = trail;
        var listeners =
                factory.unwrap(SessionFactoryImplementor.class).getEventEngine().getListenerRegistry();
        listeners.appendListeners(EventType.POST_INSERT, this);
        listeners.appendListeners(EventType.POST_UPDATE, this);
        listeners.appendListeners(EventType.POST_DELETE, this);
        listeners.appendListeners(EventType.POST_COLLECTION_RECREATE, this);
        listeners.appendListeners(EventType.PRE_COLLECTION_UPDATE, this);
    }

    /** Changes of one object by one doer in one transaction are one change. */
    private record Seen(AuditedObject object, Doer doer) {}

    @Override
    public void onPostInsert(PostInsertEvent event) {
        see(event, Change.CREATED, null, event.getState(), all(event));
    }

    @Override
    public void onPostUpdate(PostUpdateEvent event) {
        int[] dirty = event.getDirtyProperties();
        see(event, Change.CHANGED, event.getOldState(), event.getState(), dirty == null ? all(event) : dirty);
    }

    @Override
    public void onPostDelete(PostDeleteEvent event) {
        see(event, Change.REMOVED, event.getDeletedState(), null, all(event));
    }

    @Override
    public void onPostRecreateCollection(PostCollectionRecreateEvent event) {
        seeCollection(event, null);
    }

    @Override
    public void onPreUpdateCollection(PreCollectionUpdateEvent event) {
        seeCollection(event, event.getCollection().getStoredSnapshot());
    }

    private static int[] all(AbstractPostDatabaseOperationEvent event) {
        return IntStream.range(0, event.getPersister().getPropertyNames().length)
                .toArray();
    }

    private void see(
            AbstractPostDatabaseOperationEvent event,
            String action,
            Object @Nullable [] before,
            Object @Nullable [] after,
            int[] properties) {
        if (!(event.getEntity() instanceof Audited entity)) {
            return;
        }
        String[] names = event.getPersister().getPropertyNames();
        List<Value> values = Arrays.stream(properties)
                .boxed()
                .flatMap(property -> fields
                        .value(
                                event.getPersister().getMappedClass(),
                                names[property],
                                before == null ? null : before[property],
                                after == null ? null : after[property])
                        .stream())
                .toList();
        if (!values.isEmpty() || !action.equals(Change.CHANGED)) {
            keep(event.getSession(), entity, new Change(entity.audited(), action, values));
        }
    }

    private void seeCollection(AbstractCollectionEvent event, @Nullable Object before) {
        if (event.getAffectedOwnerOrNull() instanceof Audited entity) {
            PersistentCollection<?> after = event.getCollection();
            String name = after.getRole().substring(after.getRole().lastIndexOf('.') + 1);
            fields.collection(entity.getClass(), name, before, after)
                    .ifPresent(value -> keep(
                            event.getSession(), entity, new Change(entity.audited(), Change.CHANGED, List.of(value))));
        }
    }

    private void keep(SharedSessionContractImplementor session, Audited entity, Change change) {
        Doer doer = Doer.now();
        if (doer.kind() == Actor.Kind.SYSTEM && !entity.auditedWhenTheSystemActs()) {
            return;
        }
        seen.computeIfAbsent(session, begun -> {
                    begun.getTransactionCompletionCallbacks().registerCallback(this::recordSeen);
                    begun.getTransactionCompletionCallbacks().registerCallback((done, ended) -> seen.remove(ended));
                    return new LinkedHashMap<>();
                })
                .merge(new Seen(change.object(), doer), change, ChangesAreRecorded::together);
    }

    /** A field that changed twice changed from what it was first to what it became last. */
    private static Change together(Change first, Change later) {
        Map<String, Value> values = new LinkedHashMap<>();
        Stream.concat(first.values().stream(), later.values().stream())
                .forEach(value -> values.merge(
                        value.field(),
                        value,
                        (one, other) ->
                                new Value(one.field(), one.before(), other.after(), one.masked() || other.masked())));
        String action = later.action().equals(Change.CHANGED) ? first.action() : later.action();
        return new Change(first.object(), action, List.copyOf(values.values()));
    }

    private void recordSeen(SharedSessionContractImplementor session) {
        Optional.ofNullable(seen.remove(session)).orElseGet(Map::of).entrySet().stream()
                .collect(Collectors.groupingBy(
                        change -> change.getKey().doer(),
                        LinkedHashMap::new,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())))
                .forEach((doer, changes) -> trail.append(changes, doer));
    }
}
