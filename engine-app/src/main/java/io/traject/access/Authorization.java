package io.traject.access;

import java.util.UUID;

/**
 * The one way to ask "may this person do this to that?", for pages, REST, lists and jobs. Deny by default.
 */
public interface Authorization {

    /** The one who acts in this request. @throws org.springframework.security.access.AccessDeniedException when nobody */
    Actor actor();

    /** @throws org.springframework.security.access.AccessDeniedException (403) when the actor lacks the permission */
    Actor require(Permission permission);

    /**
     * Requires the permission for something that an organisation owns.
     *
     * @throws org.springframework.security.access.AccessDeniedException (403) when the actor lacks the permission
     * @throws io.traject.kernel.NotFoundException (404) when the thing belongs to an organisation that is not the actor's
     */
    Actor require(Permission permission, UUID organisation);

    /**
     * Requires the permission for the installation as a whole.
     *
     * @throws org.springframework.security.access.AccessDeniedException (403) when the actor lacks the permission or belongs
     *     to an organisation
     */
    Actor requireForInstallation(Permission permission);

    boolean may(Permission permission);

    boolean may(Permission permission, UUID organisation);

    boolean mayForInstallation(Permission permission);

    /**
     * The organisation whose rows the actor may list with this permission: every list filters its query by it.
     *
     * @throws org.springframework.security.access.AccessDeniedException when the actor lacks the permission or belongs to
     *     no organisation
     */
    UUID organisation(Permission permission);
}
