package io.traject.access.security;

import io.traject.access.users.UserAccounts;
import io.traject.access.users.Username;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Signs users in with their password, at the pace of the {@link Throttle}. An unknown name, an inactive user, an API account
 * and a wrong password get the same answer after the same work: Spring's provider checks a password in each case.
 */
@Component
class PasswordSignIn implements AuthenticationProvider {

    private static final String DOOR = "page";

    private final DaoAuthenticationProvider passwords;
    private final Throttle throttle;

    PasswordSignIn(UserAccounts users, PasswordEncoder encoder, Throttle throttle) {
        this.throttle = throttle;
        this.passwords = new DaoAuthenticationProvider(typed -> Username.parse(typed)
                .flatMap(username -> users.findByUsernameAndActiveTrue(username.value()))
                .map(user -> new SignedInUser(user.id(), user.passwordHash()))
                .orElseThrow(() -> new UsernameNotFoundException("unknown")));
        this.passwords.setPasswordEncoder(encoder);
    }

    @Override
    public @Nullable Authentication authenticate(Authentication attempt) {
        String account = attempt.getName().strip().toLowerCase(Locale.ROOT);
        String address = attempt.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "";
        throttle.admit(DOOR, account, address);
        Authentication signedIn = passwords.authenticate(attempt);
        throttle.forgive(DOOR, account, address);
        return signedIn;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
