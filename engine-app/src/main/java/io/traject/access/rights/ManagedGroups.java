package io.traject.access.rights;

import io.traject.access.Authorization;
import io.traject.access.OrganisationTree;
import io.traject.access.Permission;
import io.traject.access.Reach;
import io.traject.access.Reach.Part;
import io.traject.kernel.Ids;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.Outcome;
import io.traject.kernel.RefusedException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The groups of an organisation, as its administrators keep them. */
@Component
public class ManagedGroups {

    private final UserGroups groups;
    private final ManagedOrganisations organisations;
    private final OrganisationTree tree;
    private final RightsHolders holders;
    private final Authorization authorization;

    ManagedGroups(
            UserGroups groups,
            ManagedOrganisations organisations,
            OrganisationTree tree,
            RightsHolders holders,
            Authorization authorization) {
        this.groups = groups;
        this.organisations = organisations;
        this.tree = tree;
        this.holders = holders;
        this.authorization = authorization;
    }

    @Transactional(readOnly = true)
    public List<UserGroup> of(UUID organisation) {
        organisations.require(organisation);
        return groups.findByOrganisation(organisation);
    }

    /** @throws NotFoundException also for one that the actor doesn't manage */
    @Transactional(readOnly = true)
    public UserGroup get(UUID id) {
        authorization.require(Permission.ADMINISTRATION);
        UserGroup group = groups.findById(id).orElseThrow(NotFoundException::new);
        organisations.require(group.organisation());
        return group;
    }

    /** @throws NotFoundException when the node is not of the group's organisation */
    public void requirePart(UserGroup group, UUID node) {
        UUID organisation = group.organisation();
        if (!node.equals(organisation) && !tree.covers(Reach.whole(organisation).parts(), node)) {
            throw new NotFoundException();
        }
    }

    /** Makes a group without parts. Refused with {@code group-name-taken}. */
    @Transactional
    public Outcome<UserGroup> create(UUID organisation, String name) {
        organisations.require(organisation);
        UUID id = Ids.next();
        return groups.existsNamed(organisation, name, id)
                ? Outcome.refused("group-name-taken", name)
                : Outcome.done(groups.save(new UserGroup(id, organisation, name, Set.of())));
    }

    /** Refused with {@code group-standard}, {@code changed-meanwhile} or {@code group-name-taken}. */
    @Transactional
    public Outcome<UserGroup> rename(UUID id, long version, String name) {
        UserGroup group = get(id);
        if (group.standard()) {
            return Outcome.refused("group-standard");
        }
        if (group.version() != version) {
            return Outcome.refused("changed-meanwhile");
        }
        if (groups.existsNamed(group.organisation(), name, id)) {
            return Outcome.refused("group-name-taken", name);
        }
        group.rename(name);
        return Outcome.done(group);
    }

    /**
     * Adds a part of the organisation, or changes whether what lies below it belongs to the group. Refused with
     * {@code group-standard}, {@code group-full}, or {@code whole-for-employer} while somebody of an employer is in it.
     *
     * @throws NotFoundException when the node is not of the group's organisation
     * @throws RefusedException when nobody would be left to administer the organisation
     */
    @Transactional
    public Outcome<UserGroup> include(UUID id, Part part) {
        UserGroup group = get(id);
        if (group.standard()) {
            return Outcome.refused("group-standard");
        }
        UUID organisation = group.organisation();
        requirePart(group, part.node());
        if (group.parts().size() >= UserGroup.MAX_PARTS) {
            return Outcome.refused("group-full", UserGroup.MAX_PARTS);
        }
        if (part.equals(new Part(organisation, true)) && holders.ofEmployersAreIn(group)) {
            return Outcome.refused("whole-for-employer");
        }
        holders.keepAdministrator(Optional.of(organisation), () -> group.include(part));
        return Outcome.done(group);
    }

    /**
     * Takes a part out. Refused with {@code group-standard}.
     *
     * @throws RefusedException when nobody would be left to administer the organisation
     */
    @Transactional
    public Outcome<UserGroup> exclude(UUID id, UUID node) {
        UserGroup group = get(id);
        if (group.standard()) {
            return Outcome.refused("group-standard");
        }
        holders.keepAdministrator(Optional.of(group.organisation()), () -> group.exclude(node));
        return Outcome.done(group);
    }

    /** Refused with {@code group-standard}, or {@code group-in-use} while somebody is in it. */
    @Transactional
    public Outcome<UserGroup> delete(UUID id) {
        UserGroup group = get(id);
        if (group.standard()) {
            return Outcome.refused("group-standard");
        }
        if (holders.areIn(group)) {
            return Outcome.refused("group-in-use");
        }
        groups.delete(group);
        return Outcome.done(group);
    }
}
