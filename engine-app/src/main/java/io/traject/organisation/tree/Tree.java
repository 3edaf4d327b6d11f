package io.traject.organisation.tree;

import io.traject.kernel.BusinessTime;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.Outcome;
import io.traject.kernel.Refusal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The organisation trees: each the parts of one organisation, of which some lie below others. It asks nobody's
 * permission: its callers do.
 *
 * <p>Changes of one tree wait for each other until the transaction of the first has ended, so that no two of them make a
 * circle, or put something beneath what the other archives.
 */
@Service
@Transactional(readOnly = true)
public class Tree {

    private final Nodes nodes;
    private final BusinessTime time;
    private final ApplicationEventPublisher events;

    Tree(Nodes nodes, BusinessTime time, ApplicationEventPublisher events) {
        this.nodes = nodes;
        this.time = time;
        this.events = events;
    }

    /** Adds an organisation. Refused with {@code provider-name-taken}. */
    @Transactional
    public Outcome<Node> plant(NodeKind kind, UUID id, String name) {
        if (!kind.isRoot()) {
            throw new IllegalArgumentException(kind + " is no root");
        }
        if (kind == NodeKind.PROVIDER && nodes.providerExists(name, id)) {
            return Outcome.refused("provider-name-taken", name);
        }
        return Outcome.done(
                inserted(new Node(id, id, Optional.empty(), kind, name, Optional.empty(), Optional.empty(), now(), 0)));
    }

    /** {@link #add(NodeKind, UUID, UUID, String, Optional)} without a code. */
    @Transactional
    public Outcome<Node> add(NodeKind kind, UUID parent, UUID id, String name) {
        return add(kind, parent, id, name, Optional.empty());
    }

    /**
     * Refused with {@code node-not-here}, {@code node-archived}, {@code node-name-taken} or {@code node-code-taken}.
     *
     * @throws NotFoundException when there is no such parent
     */
    @Transactional
    public Outcome<Node> add(NodeKind kind, UUID parent, UUID id, String name, Optional<String> code) {
        Node above = locked(parent);
        Node node = new Node(id, above.root(), Optional.of(parent), kind, name, code, Optional.empty(), now(), 0);
        return mayStandIn(node, above)
                .<Outcome<Node>>map(Outcome.Refused::new)
                .orElseGet(() -> Outcome.done(inserted(node)));
    }

    /** Takes over the name of what the node stands for. Refused with {@code node-name-taken} or {@code provider-name-taken}. */
    @Transactional
    public Outcome<Node> rename(UUID id, String name) {
        Node node = locked(id);
        return describe(node, name, node.code());
    }

    /**
     * Changes name and code. Refused with {@code node-name-taken}, {@code node-code-taken} or {@code provider-name-taken}.
     *
     * @param version that the change started from
     * @throws ObjectOptimisticLockingFailureException when someone else changed it since
     */
    @Transactional
    public Outcome<Node> describe(UUID id, String name, Optional<String> code, long version) {
        return describe(locked(id, version), name, code);
    }

    private Outcome<Node> describe(Node node, String name, Optional<String> code) {
        Node described = new Node(
                node.id(),
                node.root(),
                node.parent(),
                node.kind(),
                requireName(name),
                code,
                node.archivedAt(),
                node.createdAt(),
                node.version() + 1);
        Optional<Refusal> refusal = node.parent().isPresent()
                ? distinct(described, node.parent().get())
                : Optional.of(described)
                        .filter(root ->
                                root.kind() == NodeKind.PROVIDER && nodes.providerExists(root.name(), root.id()))
                        .map(root -> Refusal.of("provider-name-taken", root.name()));
        if (refusal.isPresent()) {
            return new Outcome.Refused<>(refusal.get());
        }
        nodes.describe(node.id(), name, code.orElse(null));
        return Outcome.done(described);
    }

    /**
     * Puts a node, with all below it, beneath another one of its organisation. Refused with {@code node-not-here},
     * {@code node-archived}, {@code node-below-itself}, {@code node-other-employer}, {@code node-name-taken} or
     * {@code node-code-taken}.
     *
     * @param version that the change started from
     * @throws NotFoundException when either is not there
     * @throws ObjectOptimisticLockingFailureException when someone else changed it since
     */
    @Transactional
    public Outcome<Node> move(UUID id, UUID parent, long version) {
        Node node = locked(id, version);
        UUID from = node.parent().orElseThrow(NotFoundException::new);
        Node to = nodes.find(parent)
                .filter(found -> found.root().equals(node.root()))
                .orElseThrow(NotFoundException::new);
        if (nodes.isAtOrBelow(parent, id)) {
            return Outcome.refused("node-below-itself", node.name(), to.name());
        }
        Optional<Refusal> refusal = node.archived()
                ? Optional.of(Refusal.of("node-archived", node.name()))
                : mayStandIn(node, to).or(() -> keepsItsEmployer(node, to));
        if (refusal.isPresent()) {
            return new Outcome.Refused<>(refusal.get());
        }
        if (!from.equals(parent)) {
            nodes.move(id, parent);
            events.publishEvent(new NodeMoved(id, from, parent));
        }
        return Outcome.done(get(id));
    }

    /**
     * Puts a node away, with all below it; nothing is lost. Refused with {@code node-holds-employers} for a folder that
     * holds some: they are moved first.
     *
     * @param version that the change started from
     * @throws ObjectOptimisticLockingFailureException when someone else changed it since
     */
    @Transactional
    public Outcome<Node> archive(UUID id, long version) {
        Node node = locked(id, version);
        if (node.kind().isRoot()) {
            throw new NotFoundException();
        }
        long employers = node.kind() == NodeKind.FOLDER ? nodes.countBelow(id, NodeKind.EMPLOYER) : 0;
        if (employers > 0) {
            return Outcome.refused("node-holds-employers", node.name(), employers);
        }
        if (!node.archived()) {
            nodes.archive(id, now());
        }
        return Outcome.done(get(id));
    }

    /**
     * Brings back an archived node, with what was archived together with it. Refused with {@code node-archived} when what
     * it stands in is, {@code node-name-taken} or {@code node-code-taken}.
     */
    @Transactional
    public Outcome<Node> restore(UUID id, long version) {
        Node node = locked(id, version);
        Optional<Instant> archivedAt = node.archivedAt();
        if (archivedAt.isEmpty()) {
            return Outcome.done(node);
        }
        Optional<Refusal> refusal = mayStandIn(node, get(node.parent().orElseThrow()));
        if (refusal.isPresent()) {
            return new Outcome.Refused<>(refusal.get());
        }
        nodes.restore(id, archivedAt.get());
        return Outcome.done(get(id));
    }

    /** The organisations, by name. */
    public List<Node> roots() {
        return nodes.roots();
    }

    /** @throws NotFoundException when there is none with this id */
    public Node get(UUID id) {
        return find(id).orElseThrow(NotFoundException::new);
    }

    public Optional<Node> find(UUID id) {
        return nodes.find(id);
    }

    /** What stands directly beneath it and is not archived, by kind and name. */
    public List<Node> children(UUID id) {
        return nodes.children(id);
    }

    /** From the root down to the node itself; the names may be shown to whoever may see the node (A16). */
    public List<Node> path(UUID id) {
        return nodes.path(id);
    }

    /** The organisation in which it stands. @throws NotFoundException when there is none with this id */
    public UUID root(UUID id) {
        return get(id).root();
    }

    /** The employer that it is or lies below. */
    public Optional<Node> employer(UUID id) {
        return path(id).stream()
                .filter(node -> node.kind() == NodeKind.EMPLOYER)
                .findFirst();
    }

    /** How many of a kind, not archived, lie below it. */
    public long countBelow(UUID id, NodeKind kind) {
        return nodes.countBelow(id, kind);
    }

    private Node locked(UUID id) {
        return nodes.findLocked(id).orElseThrow(NotFoundException::new);
    }

    private Node locked(UUID id, long version) {
        Node node = locked(id);
        if (node.version() != version) {
            throw new ObjectOptimisticLockingFailureException(Node.class, id);
        }
        return node;
    }

    private Node inserted(Node node) {
        requireName(node.name());
        nodes.insert(node);
        return node;
    }

    private Optional<Refusal> mayStandIn(Node node, Node parent) {
        if (!node.kind().mayStandIn(parent.kind())) {
            return Optional.of(Refusal.of("node-not-here", node.name(), parent.name()));
        }
        if (parent.archived()) {
            return Optional.of(Refusal.of("node-archived", parent.name()));
        }
        return distinct(node, parent.id());
    }

    /** What an employer consists of stays with it: the employments in it are of that employer. */
    private Optional<Refusal> keepsItsEmployer(Node node, Node parent) {
        return !node.kind().isPartOfAnEmployer() || employer(node.id()).equals(employer(parent.id()))
                ? Optional.empty()
                : Optional.of(Refusal.of("node-other-employer", node.name(), parent.name()));
    }

    private Optional<Refusal> distinct(Node node, UUID parent) {
        if (node.kind() != NodeKind.EMPLOYER && nodes.nameTaken(node, parent, node.name())) {
            return Optional.of(Refusal.of("node-name-taken", node.name()));
        }
        return node.code()
                .filter(code -> nodes.codeTaken(node, parent, code))
                .map(code -> Refusal.of("node-code-taken", code));
    }

    private static String requireName(String name) {
        if (name.isBlank()
                || name.length() > Node.MAX_NAME_LENGTH
                || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("not a line of at most %d characters".formatted(Node.MAX_NAME_LENGTH));
        }
        return name;
    }

    /** As the database keeps it. */
    private Instant now() {
        return time.now().truncatedTo(ChronoUnit.MICROS);
    }
}
