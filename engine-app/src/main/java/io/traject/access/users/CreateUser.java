package io.traject.access.users;

import io.traject.access.rights.Roles;
import io.traject.access.rights.UserGroups;
import io.traject.kernel.Ids;
import io.traject.kernel.RealTime;
import java.util.HashSet;
import java.util.Objects;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes a user with a first password. */
@Component
public class CreateUser {

    private final UserAccounts users;
    private final Roles roles;
    private final UserGroups groups;
    private final PasswordEncoder passwords;
    private final RealTime time;

    CreateUser(UserAccounts users, Roles roles, UserGroups groups, PasswordEncoder passwords, RealTime time) {
        this.users = users;
        this.roles = roles;
        this.groups = groups;
        this.passwords = passwords;
        this.time = time;
    }

    @Transactional
    public UserAccount create(NewUser user, String password) {
        var rights =
                new Rights(roles.findById(user.role()).orElseThrow(), new HashSet<>(groups.findByIdIn(user.groups())));
        return users.save(new UserAccount(Ids.next(), user, rights, encode(password), time.now()));
    }

    /** For demo users whose password file is gone. */
    @Transactional
    public UserAccount createOrReset(NewUser user, String password) {
        return users.findByUsername(user.username().value())
                .map(existing -> {
                    existing.changePasswordHash(encode(password));
                    return existing;
                })
                .orElseGet(() -> create(user, password));
    }

    private String encode(String password) {
        return Objects.requireNonNull(passwords.encode(password));
    }
}
