package io.traject.organisation.groups;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.Ids;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.Outcome;
import io.traject.organisation.tree.NodeKind;
import io.traject.organisation.tree.Tree;
import java.util.Collection;
import java.util.UUID;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes, renames and removes groups, which is for who reaches the whole organisation; and puts employers in and out, each for
 * who reaches that employer.
 */
@Component
public class KeepEmployerGroups {

    private final EmployerGroups groups;
    private final EmployerGroupBook book;
    private final Tree tree;
    private final Authorization authorization;

    KeepEmployerGroups(EmployerGroups groups, EmployerGroupBook book, Tree tree, Authorization authorization) {
        this.groups = groups;
        this.book = book;
        this.tree = tree;
        this.authorization = authorization;
    }

    /** Refused with {@code employer-group-name-taken}. */
    @Transactional
    public Outcome<EmployerGroup> create(String name) {
        UUID organisation = authorization.organisation(Permission.ORGANISATION_EDIT);
        return taken(organisation, name, Ids.next())
                ? Outcome.refused("employer-group-name-taken", name)
                : Outcome.done(groups.saveAndFlush(new EmployerGroup(organisation, name)));
    }

    /**
     * Refused with {@code employer-group-name-taken}.
     *
     * @param version that the change started from
     * @throws ObjectOptimisticLockingFailureException when someone else changed it since
     */
    @Transactional
    public Outcome<EmployerGroup> rename(UUID id, String name, long version) {
        EmployerGroup group = own(id, version);
        if (taken(group.organisation(), name, id)) {
            return Outcome.refused("employer-group-name-taken", name);
        }
        group.rename(name);
        return Outcome.done(groups.saveAndFlush(group));
    }

    /** The employers stay what and where they are. */
    @Transactional
    public EmployerGroup remove(UUID id, long version) {
        EmployerGroup group = own(id, version);
        groups.delete(group);
        return group;
    }

    /** Who is in it already, stays in it. @throws NotFoundException for what is no employer within reach */
    @Transactional
    public void add(UUID id, Collection<UUID> employers) {
        authorization.require(Permission.ORGANISATION_EDIT);
        EmployerGroup group = book.get(id);
        employers.forEach(employer -> requireEmployer(group, employer));
        group.add(employers);
    }

    @Transactional
    public void remove(UUID id, UUID employer) {
        authorization.require(Permission.ORGANISATION_EDIT);
        EmployerGroup group = book.get(id);
        requireEmployer(group, employer);
        group.remove(employer);
    }

    private void requireEmployer(EmployerGroup group, UUID employer) {
        authorization.require(Permission.ORGANISATION_EDIT, employer);
        if (tree.find(employer)
                .filter(node -> node.kind() == NodeKind.EMPLOYER && node.root().equals(group.organisation()))
                .isEmpty()) {
            throw new NotFoundException();
        }
    }

    private EmployerGroup own(UUID id, long version) {
        UUID organisation = authorization.organisation(Permission.ORGANISATION_EDIT);
        EmployerGroup group = groups.findById(id)
                .filter(found -> found.organisation().equals(organisation))
                .orElseThrow(NotFoundException::new);
        if (group.version() != version) {
            throw new ObjectOptimisticLockingFailureException(EmployerGroup.class, id);
        }
        return group;
    }

    private boolean taken(UUID organisation, String name, UUID id) {
        return groups.existsByOrganisationIdAndNameIgnoreCaseAndIdNot(organisation, name, id);
    }
}
