package io.traject.access.users;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.AddressHolders;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Users, whose page shows the language of their e-mail address. */
@Component
class UserAddresses implements AddressHolders {

    private final ManagedUsers users;
    private final Authorization authorization;

    UserAddresses(ManagedUsers users, Authorization authorization) {
        this.users = users;
        this.authorization = authorization;
    }

    @Override
    public String kind() {
        return "user";
    }

    @Override
    public Holder get(UUID id) {
        authorization.require(Permission.ADDRESS_LANGUAGE);
        UserAccount user = users.get(id);
        return new Holder(user.displayName(), "/admin/users/" + id, user.email(), user.organisation(), user.language());
    }
}
