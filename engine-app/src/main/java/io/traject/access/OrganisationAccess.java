package io.traject.access;

import java.util.UUID;

/** What a new organisation needs before people of it can be let in. */
public interface OrganisationAccess {

    /** Gives the organisation the standard roles and the group of the whole; once is enough, again does no harm. */
    void prepare(UUID organisation);
}
