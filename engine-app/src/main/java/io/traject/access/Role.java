package io.traject.access;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a user may do, under one name. */
public enum Role {
    /** Keeps the installation running; belongs to no municipality and sees no cases. */
    INSTALLATION_ADMINISTRATOR(EnumSet.of(Permission.OPERATIONS, Permission.ADMINISTRATION)),
    /** Everything within one municipality; what belongs to the installation as a whole is not. */
    ADMINISTRATOR(EnumSet.complementOf(EnumSet.of(Permission.OPERATIONS))),
    /** Re-examines residents: batches, cases, tasks, templates. */
    CASE_WORKER(EnumSet.of(
            Permission.CASES_VIEW,
            Permission.CASES_EDIT,
            Permission.TASKS_WORK,
            Permission.RE_EXAMINATION_RUN,
            Permission.TEMPLATES_EDIT));

    private final Set<Permission> permissions;

    Role(Set<Permission> permissions) {
        this.permissions = Set.copyOf(permissions);
    }

    public Set<Permission> permissions() {
        return permissions;
    }

    /**
     * Whether the actor, an administrator, may give this role: in an organisation nobody gives away more than one has; the
     * installation's administrator lets everyone in.
     */
    public boolean mayBeGivenBy(Actor actor) {
        return actor.organisation().isEmpty()
                || (this != INSTALLATION_ADMINISTRATOR && actor.permissions().containsAll(permissions));
    }

    /** As written in files and addresses: {@code case-worker}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
