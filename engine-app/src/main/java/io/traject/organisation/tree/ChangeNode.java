package io.traject.organisation.tree;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.Outcome;
import java.util.Optional;
import java.util.UUID;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes name and code of a folder, an establishment or a department. */
@Service
public class ChangeNode {

    private final Tree tree;
    private final Authorization authorization;
    private final NodeTrail trail;

    ChangeNode(Tree tree, Authorization authorization, NodeTrail trail) {
        this.tree = tree;
        this.authorization = authorization;
        this.trail = trail;
    }

    /**
     * @see Tree#describe(UUID, String, Optional, long) for what is refused
     * @throws NotFoundException for any other kind of node
     * @throws ObjectOptimisticLockingFailureException when someone else changed it since
     */
    @Transactional
    public Outcome<Node> change(UUID id, String name, Optional<String> code, long version) {
        authorization.require(Permission.ORGANISATION_EDIT, id);
        Node before = tree.get(id);
        before.kind().requireKeptByHand();
        return tree.describe(id, name, code, version).map(after -> trail.changed(before, after));
    }
}
