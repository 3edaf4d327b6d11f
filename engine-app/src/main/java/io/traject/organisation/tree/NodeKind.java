package io.traject.organisation.tree;

import io.traject.kernel.NotFoundException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a node of the organisation tree is, and so where it may stand. */
public enum NodeKind {
    /** An occupational health service, that works for employers; a root. */
    PROVIDER,
    /** A root. */
    MUNICIPALITY,
    /** Keeps employers together, as the organisation likes. */
    FOLDER,
    EMPLOYER,
    /** A place of work of an employer. */
    ESTABLISHMENT,
    DEPARTMENT;

    /** Whether it is an organisation, above which there is nothing. */
    public boolean isRoot() {
        return parents().isEmpty();
    }

    public boolean mayStandIn(NodeKind parent) {
        return parents().contains(parent);
    }

    /** Beneath which it may stand; none for a root. */
    public Set<NodeKind> parents() {
        return switch (this) {
            case PROVIDER, MUNICIPALITY -> Set.of();
            case FOLDER, EMPLOYER -> EnumSet.of(PROVIDER, MUNICIPALITY, FOLDER);
            case ESTABLISHMENT -> EnumSet.of(EMPLOYER);
            case DEPARTMENT -> EnumSet.of(EMPLOYER, ESTABLISHMENT, DEPARTMENT);
        };
    }

    /** Whether the organisation adds and removes it as it likes; others are registered. */
    public boolean isKeptByHand() {
        return this == FOLDER || isPartOfAnEmployer();
    }

    boolean isPartOfAnEmployer() {
        return this == ESTABLISHMENT || this == DEPARTMENT;
    }

    /** @throws NotFoundException when it is registered */
    NodeKind requireKeptByHand() {
        if (!isKeptByHand()) {
            throw new NotFoundException();
        }
        return this;
    }

    /** As in addresses and REST: {@code establishment}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
