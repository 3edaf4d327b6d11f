package io.traject.organisation.tree;

import io.traject.access.AuditTrail;
import io.traject.access.AuditTrail.Change;
import io.traject.access.AuditedObject;
import org.springframework.stereotype.Component;

/** Tells the audit trail what people change in a tree. The names in it are of enterprises and their parts. */
@Component
public class NodeTrail {

    private final AuditTrail trail;

    NodeTrail(AuditTrail trail) {
        this.trail = trail;
    }

    public Node added(Node node) {
        trail.record(change(node, Change.CREATED)
                .with("name", null, node.name())
                .with("code", null, node.code().orElse(null))
                .with("parent", null, node.parent().orElse(null)));
        return node;
    }

    public Node changed(Node before, Node after) {
        trail.record(change(after, Change.CHANGED)
                .with("name", before.name(), after.name())
                .with("code", before.code().orElse(null), after.code().orElse(null)));
        return after;
    }

    Node moved(Node before, Node after) {
        trail.record(change(after, "moved")
                .with("parent", before.parent().orElse(null), after.parent().orElse(null)));
        return after;
    }

    Node archived(Node node) {
        trail.record(change(node, "archived"));
        return node;
    }

    Node restored(Node node) {
        trail.record(change(node, "restored"));
        return node;
    }

    private static Change change(Node node, String action) {
        return Change.of(
                AuditedObject.of(node.kind().code(), node.id(), node.root()).at(node.id()), action);
    }
}
