package io.traject.access.users;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets a deactivated user in again, with the password of before. */
@Component
public class ActivateUser {

    private final ManagedUsers users;

    ActivateUser(ManagedUsers users) {
        this.users = users;
    }

    @Transactional
    public UserAccount activate(UUID id) {
        UserAccount user = users.get(id);
        user.activate();
        return user;
    }
}
