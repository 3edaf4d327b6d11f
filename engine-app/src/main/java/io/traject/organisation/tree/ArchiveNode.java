package io.traject.organisation.tree;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.Outcome;
import java.util.UUID;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts a folder, an establishment or a department away with all below it, and brings it back. */
@Service
public class ArchiveNode {

    private final Tree tree;
    private final Authorization authorization;
    private final NodeTrail trail;

    ArchiveNode(Tree tree, Authorization authorization, NodeTrail trail) {
        this.tree = tree;
        this.authorization = authorization;
        this.trail = trail;
    }

    /**
     * @see Tree#archive for what is refused
     * @throws NotFoundException for any other kind of node
     * @throws ObjectOptimisticLockingFailureException when someone else changed it since
     */
    @Transactional
    public Outcome<Node> archive(UUID id, long version) {
        requireEdit(id);
        return tree.archive(id, version).map(trail::archived);
    }

    /**
     * @see Tree#restore for what is refused
     * @throws NotFoundException for any other kind of node
     * @throws ObjectOptimisticLockingFailureException when someone else changed it since
     */
    @Transactional
    public Outcome<Node> restore(UUID id, long version) {
        requireEdit(id);
        return tree.restore(id, version).map(trail::restored);
    }

    private void requireEdit(UUID id) {
        authorization.require(Permission.ORGANISATION_EDIT, id);
        tree.get(id).kind().requireKeptByHand();
    }
}
