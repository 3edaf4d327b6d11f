package io.traject.access.rights;

import io.traject.kernel.RefusedException;
import java.util.Optional;
import java.util.UUID;

/** The users who have roles and are in groups. */
public interface RightsHolders {

    /**
     * Makes a change of rights, in the caller's transaction.
     *
     * @param organisation empty for the installation
     * @throws RefusedException with {@code administrator-last} when it leaves nobody to administer the organisation, where
     *     someone did before; nothing has changed then
     */
    void keepAdministrator(Optional<UUID> organisation, Runnable change);

    /** Whether a user, active or not, has the role. */
    boolean have(Role role);

    /** Whether a user or API account, active or not, is in the group. */
    boolean areIn(UserGroup group);

    /** Whether a user with a role of an employer's side is in the group. */
    boolean ofEmployersAreIn(UserGroup group);
}
