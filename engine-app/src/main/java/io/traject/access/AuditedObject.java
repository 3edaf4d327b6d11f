package io.traject.access;

import java.util.Optional;
import java.util.UUID;

/**
 * What was changed.
 *
 * @param kind in kebab-case, {@code api-account}; its name on pages has the message key {@code access.audit.object.<kind>}
 * @param organisation that owns it: the root of a tree, or {@link #INSTALLATION}
 * @param node where in the tree it lies; the organisation itself if nowhere in particular
 */
public record AuditedObject(String kind, UUID id, UUID organisation, UUID node) {

    /** In the place of an organisation: what belongs to the installation as a whole. */
    public static final UUID INSTALLATION = new UUID(0, 0);

    /** Something that an organisation owns as a whole. */
    public static AuditedObject of(String kind, UUID id, UUID organisation) {
        return new AuditedObject(kind, id, organisation, organisation);
    }

    /** Something that an organisation owns as a whole, or without one the installation. */
    public static AuditedObject of(String kind, UUID id, Optional<UUID> organisation) {
        return of(kind, id, organisation.orElse(INSTALLATION));
    }

    /** Something of the installation as a whole. */
    public static AuditedObject ofInstallation(String kind, UUID id) {
        return of(kind, id, INSTALLATION);
    }

    /** The same, at its node of the organisation's tree. */
    public AuditedObject at(UUID place) {
        return new AuditedObject(kind, id, organisation, place);
    }
}
