package io.traject.access.security;

import io.traject.access.events.SecurityNotices;
import io.traject.access.factors.SecondStep;
import io.traject.access.users.UserAccount;
import io.traject.access.users.UserAccounts;
import io.traject.access.users.Username;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Signs users in with their password, at the pace of the {@link Throttle}. An unknown name, an inactive user, an API account
 * and a wrong password get the same answer after the same work: Spring's provider checks a password in each case, and what
 * is noted about a wrong one is noted afterwards, by another thread. Who has a second factor is not signed in yet.
 */
@Component
class PasswordSignIn implements AuthenticationProvider {

    private static final String DOOR = "page";

    private final DaoAuthenticationProvider passwords;
    private final UserAccounts users;
    private final SecondStep secondStep;
    private final Throttle throttle;
    private final SecurityNotices notices;
    private final Executor afterwards;

    PasswordSignIn(
            UserAccounts users,
            PasswordEncoder encoder,
            SecondStep secondStep,
            Throttle throttle,
            SecurityNotices notices,
            @Qualifier("applicationTaskExecutor") Executor afterwards) {
        this.users = users;
        this.secondStep = secondStep;
        this.throttle = throttle;
        this.notices = notices;
        this.afterwards = afterwards;
        this.passwords = new DaoAuthenticationProvider(typed -> user(typed)
                .map(user -> new SignedInUser(user.id(), user.passwordHash()))
                .orElseThrow(() -> new UsernameNotFoundException("unknown")));
        this.passwords.setPasswordEncoder(encoder);
    }

    @Override
    public @Nullable Authentication authenticate(Authentication attempt) {
        String account = attempt.getName().strip().toLowerCase(Locale.ROOT);
        Caller caller = attempt.getDetails() instanceof Caller details ? details : Caller.UNKNOWN;
        String address = caller.origin().address();
        throttle.admit(DOOR, account, address, caller.device());
        Authentication signedIn;
        try {
            signedIn = passwords.authenticate(attempt);
        } catch (BadCredentialsException wrong) {
            afterwards.execute(
                    () -> user(account).ifPresent(user -> notices.wrongPassword(user.id(), caller.origin())));
            throw wrong;
        }
        throttle.forgive(DOOR, account, address, caller.device());
        if (signedIn != null && signedIn.getPrincipal() instanceof SignedInUser user && secondStep.isOn(user.id())) {
            throw new SecondStepNeededException(user);
        }
        // What is kept in the session: not the browser's secret.
        if (signedIn instanceof AbstractAuthenticationToken token) {
            token.setDetails(caller.origin());
        }
        return signedIn;
    }

    private Optional<UserAccount> user(String typed) {
        return Username.parse(typed).flatMap(username -> users.findByUsernameAndActiveTrue(username.value()));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
