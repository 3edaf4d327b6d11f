package io.traject.access;

import java.util.UUID;

/**
 * What is kept about a person, or about many at once.
 *
 * @param organisation that keeps it: the root of a tree
 * @param node where in the tree it lies; the organisation itself if nowhere in particular
 */
public record PersonalFile(FileKind kind, UUID id, UUID organisation, UUID node) {

    /** A file that an organisation keeps as a whole. */
    public static PersonalFile of(FileKind kind, UUID id, UUID organisation) {
        return new PersonalFile(kind, id, organisation, organisation);
    }

    /** The same, at its node of the organisation's tree. */
    public PersonalFile at(UUID place) {
        return new PersonalFile(kind, id, organisation, place);
    }
}
