package io.traject.access;

import java.util.UUID;

/**
 * The one way to ask "may this person do this to that?", for pages, REST, lists, jobs, mails and webhooks. Deny by default:
 * without the permission the answer is 403; what lies outside the reach doesn't exist, 404.
 *
 * <p>A node is an organisation, folder, employer, establishment or department, by its id. What a node owns is asked by the
 * node: a case by its organisation, an employee by the departments of the employments.
 */
public interface Authorization {

    /** The one who acts in this request. @throws org.springframework.security.access.AccessDeniedException when nobody */
    Actor actor();

    /** The same questions asked for somebody else, as before a mail or a webhook goes out to that one. */
    Authorization as(Actor somebody);

    /** @throws org.springframework.security.access.AccessDeniedException (403) when the actor lacks the permission */
    Actor require(Permission permission);

    /**
     * Requires the permission for a node or something that it owns.
     *
     * @throws org.springframework.security.access.AccessDeniedException (403) when the actor lacks the permission
     * @throws io.traject.kernel.NotFoundException (404) when the node lies outside the actor's reach
     */
    Actor require(Permission permission, UUID node);

    /**
     * Requires the permission for the installation as a whole.
     *
     * @throws org.springframework.security.access.AccessDeniedException (403) when the actor lacks the permission or belongs
     *     to an organisation
     */
    Actor requireForInstallation(Permission permission);

    boolean may(Permission permission);

    boolean may(Permission permission, UUID node);

    boolean mayForInstallation(Permission permission);

    /** Whether {@link #organisation} answers; for the entries and panels that lead to what it filters. */
    boolean mayForOrganisation(Permission permission);

    /**
     * For which parts of the tree the actor may list with this permission: every list of what lies in the tree filters its
     * query by it.
     *
     * @throws org.springframework.security.access.AccessDeniedException when the actor lacks the permission or belongs to
     *     no organisation
     */
    Reach reach(Permission permission);

    /**
     * The organisation of which the actor may list everything with this permission: a list of what organisations own as a
     * whole filters its query by it.
     *
     * @throws org.springframework.security.access.AccessDeniedException when the actor lacks the permission, belongs to no
     *     organisation or reaches only parts of it
     */
    UUID organisation(Permission permission);
}
