package io.traject.organisation.tree;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.Ids;
import io.traject.kernel.Outcome;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds a folder, an establishment or a department; organisations and employers are registered. */
@Service
public class AddNode {

    private final Tree tree;
    private final Authorization authorization;
    private final NodeTrail trail;

    AddNode(Tree tree, Authorization authorization, NodeTrail trail) {
        this.tree = tree;
        this.authorization = authorization;
        this.trail = trail;
    }

    /** @see Tree#add(NodeKind, UUID, UUID, String, Optional) for what is refused */
    @Transactional
    public Outcome<Node> add(NodeKind kind, UUID parent, String name, Optional<String> code) {
        authorization.require(Permission.ORGANISATION_EDIT, parent);
        return tree.add(kind.requireKeptByHand(), parent, Ids.next(), name, code)
                .map(trail::added);
    }
}
