package io.traject.organisation.finances;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.NotFoundException;
import io.traject.organisation.tree.Node;
import io.traject.organisation.tree.NodeKind;
import io.traject.organisation.tree.Tree;
import java.util.UUID;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Financial data of establishments: seen with one permission, changed with another. */
@Service
public class FinancialRegister {

    private final AllFinances finances;
    private final Tree tree;
    private final Authorization authorization;

    FinancialRegister(AllFinances finances, Tree tree, Authorization authorization) {
        this.finances = finances;
        this.tree = tree;
        this.authorization = authorization;
    }

    /** @throws NotFoundException when the actor reaches no such establishment */
    @Transactional(readOnly = true)
    public FinancialData of(UUID establishment) {
        require(Permission.FINANCIAL_VIEW, establishment);
        return stored(establishment);
    }

    /**
     * @param data with the version that the change started from
     * @throws NotFoundException when the actor reaches no such establishment
     * @throws ObjectOptimisticLockingFailureException when someone else changed it since
     */
    @Transactional
    public FinancialData change(UUID establishment, FinancialData data) {
        Node place = require(Permission.FINANCIAL_EDIT, establishment);
        FinancialData stored = stored(establishment);
        if (stored.version() != data.version()) {
            throw new ObjectOptimisticLockingFailureException(FinancialData.class, establishment);
        }
        EstablishmentFinances changed = finances.findById(establishment)
                .map(known -> {
                    known.change(data);
                    return known;
                })
                .orElseGet(() -> new EstablishmentFinances(place, data));
        return finances.saveAndFlush(changed).data();
    }

    /** The establishment, once the actor has the permission there. */
    public Node require(Permission permission, UUID establishment) {
        authorization.require(permission, establishment);
        return tree.find(establishment)
                .filter(node -> node.kind() == NodeKind.ESTABLISHMENT)
                .orElseThrow(NotFoundException::new);
    }

    private FinancialData stored(UUID establishment) {
        return finances.findById(establishment).map(EstablishmentFinances::data).orElse(FinancialData.NONE);
    }
}
