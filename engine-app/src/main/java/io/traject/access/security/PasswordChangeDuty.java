package io.traject.access.security;

import io.traject.access.Actor;
import io.traject.access.users.PasswordChangesDue;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who signs in with a password that somebody else gave chooses another. */
@Component
@Order(10)
class PasswordChangeDuty implements SignInDuty {

    private final PasswordChangesDue due;

    PasswordChangeDuty(PasswordChangesDue due) {
        this.due = due;
    }

    @Override
    public String page() {
        return "/account/password";
    }

    @Override
    public boolean isOpen(Actor user) {
        return due.isDue(user.id());
    }
}
