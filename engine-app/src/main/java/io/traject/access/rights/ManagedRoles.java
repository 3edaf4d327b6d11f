package io.traject.access.rights;

import io.traject.access.Actor;
import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.Ids;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.Outcome;
import io.traject.kernel.Refusal;
import io.traject.kernel.RefusedException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The roles of an organisation, as its administrators keep them. */
@Component
public class ManagedRoles {

    private final Roles roles;
    private final ManagedOrganisations organisations;
    private final RightsHolders holders;
    private final Authorization authorization;

    ManagedRoles(Roles roles, ManagedOrganisations organisations, RightsHolders holders, Authorization authorization) {
        this.roles = roles;
        this.organisations = organisations;
        this.holders = holders;
        this.authorization = authorization;
    }

    /**
     * How a role shall be.
     *
     * @param name ignored for a standard role
     */
    public record Wanted(String name, Set<Permission> permissions) {

        public Wanted {
            permissions = Set.copyOf(permissions);
        }
    }

    @Transactional(readOnly = true)
    public List<Role> of(UUID organisation) {
        organisations.require(organisation);
        return roles.findByOrganisation(organisation);
    }

    /** Those that the actor may give to a user of this organisation; empty for the installation. */
    @Transactional(readOnly = true)
    public List<Role> toGive(Optional<UUID> organisation) {
        Actor actor = authorization.require(Permission.ADMINISTRATION);
        List<Role> all = organisation.isPresent()
                ? of(organisation.get())
                : roles.findByOrganisationIsNull().stream().toList();
        return all.stream().filter(role -> role.mayBeGivenBy(actor)).toList();
    }

    /** @throws NotFoundException also for one that the actor doesn't manage */
    @Transactional(readOnly = true)
    public Role get(UUID id) {
        authorization.require(Permission.ADMINISTRATION);
        Role role = roles.findById(id).orElseThrow(NotFoundException::new);
        organisations.require(role.organisation().orElseThrow(NotFoundException::new));
        return role;
    }

    /**
     * Makes a role after the example of another, on the same side.
     *
     * <p>Refused with {@code role-name-taken}, {@code permission-beyond-own}, {@code role-empty}, {@code role-operations} or
     * {@code role-medical-for-employer}.
     */
    @Transactional
    public Outcome<Role> copy(UUID example, Wanted wanted) {
        Role original = get(example);
        UUID organisation = original.organisation().orElseThrow();
        Optional<Refusal> refusal = refusal(
                organisation, Ids.next(), Optional.of(wanted.name()), Set.of(), wanted, original.employerSide());
        return refusal.<Outcome<Role>>map(Outcome.Refused::new)
                .orElseGet(() -> Outcome.done(roles.save(new Role(
                        Ids.next(), organisation, wanted.name(), original.employerSide(), wanted.permissions()))));
    }

    /**
     * Refused with {@code changed-meanwhile} when someone else changed the role since, or as {@link #copy}. What the role held
     * already may stay, also when the actor doesn't have it.
     *
     * @throws RefusedException when nobody would be left to administer the organisation
     */
    @Transactional
    public Outcome<Role> change(UUID id, long version, Wanted wanted) {
        Role role = get(id);
        if (role.version() != version) {
            return Outcome.refused("changed-meanwhile");
        }
        UUID organisation = role.organisation().orElseThrow();
        Optional<String> name = role.standard().isPresent() ? Optional.empty() : Optional.of(wanted.name());
        Optional<Refusal> refusal = refusal(organisation, id, name, role.permissions(), wanted, role.employerSide());
        if (refusal.isPresent()) {
            return new Outcome.Refused<>(refusal.get());
        }
        holders.keepAdministrator(Optional.of(organisation), () -> {
            name.ifPresent(role::rename);
            role.permit(wanted.permissions());
        });
        return Outcome.done(role);
    }

    /**
     * Gives a standard role what is shipped. Refused with {@code permission-beyond-own}.
     *
     * @throws NotFoundException for one that isn't shipped
     * @throws RefusedException when nobody would be left to administer the organisation
     */
    @Transactional
    public Outcome<Role> restore(UUID id) {
        Role role = get(id);
        Set<Permission> shipped =
                role.standard().orElseThrow(NotFoundException::new).permissions();
        return change(id, role.version(), new Wanted("", shipped));
    }

    /** Refused with {@code role-standard} or {@code role-in-use}. */
    @Transactional
    public Outcome<Role> delete(UUID id) {
        Role role = get(id);
        if (role.standard().isPresent()) {
            return Outcome.refused("role-standard");
        }
        if (holders.have(role)) {
            return Outcome.refused("role-in-use");
        }
        roles.delete(role);
        return Outcome.done(role);
    }

    private Optional<Refusal> refusal(
            UUID organisation,
            UUID id,
            Optional<String> name,
            Set<Permission> held,
            Wanted wanted,
            boolean employerSide) {
        if (name.isPresent() && roles.existsNamed(organisation, name.get(), id)) {
            return Optional.of(Refusal.of("role-name-taken", name.get()));
        }
        Actor actor = authorization.actor();
        Set<Permission> added = new HashSet<>(wanted.permissions());
        added.removeAll(held);
        if (actor.organisation().isPresent() && !actor.permissions().containsAll(added)) {
            return Optional.of(Refusal.of("permission-beyond-own"));
        }
        return Role.refusalOf(wanted.permissions(), employerSide);
    }
}
