package io.traject.organisation.tree;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.Outcome;
import java.util.UUID;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts a part of an organisation elsewhere in it, with all below. Who reaches what lies above the new place reaches it from
 * then on; who reached it by the former place no longer does.
 */
@Service
public class MoveNode {

    private final Tree tree;
    private final Authorization authorization;
    private final NodeTrail trail;

    MoveNode(Tree tree, Authorization authorization, NodeTrail trail) {
        this.tree = tree;
        this.authorization = authorization;
        this.trail = trail;
    }

    /**
     * @see Tree#move for what is refused
     * @throws ObjectOptimisticLockingFailureException when someone else changed it since
     */
    @Transactional
    public Outcome<Node> move(UUID id, UUID parent, long version) {
        authorization.require(Permission.ORGANISATION_EDIT, id);
        authorization.require(Permission.ORGANISATION_EDIT, parent);
        Node before = tree.get(id);
        return tree.move(id, parent, version).map(after -> trail.moved(before, after));
    }
}
