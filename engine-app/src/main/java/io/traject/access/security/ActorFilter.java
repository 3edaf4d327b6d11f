package io.traject.access.security;

import io.traject.access.ActorAuthentication;
import io.traject.access.users.UserAccount;
import io.traject.access.users.UserAccounts;
import io.traject.kernel.Languages;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns the id in the session into the one who acts, with the rights of this moment; who is no longer active is signed out. */
final class ActorFilter extends OncePerRequestFilter {

    private final UserAccounts users;
    private final Languages languages;
    private final SecurityContextLogoutHandler signOut = new SecurityContextLogoutHandler();

    ActorFilter(UserAccounts users, Languages languages) {
        this.users = users;
        this.languages = languages;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication session = SecurityContextHolder.getContext().getAuthentication();
        if (session != null && session.getPrincipal() instanceof SignedInUser signedIn) {
            Optional<UserAccount> user = users.findByIdAndActiveTrue(signedIn.id());
            if (user.isPresent()) {
                SecurityContext acting = SecurityContextHolder.createEmptyContext();
                acting.setAuthentication(new ActorAuthentication(user.get().actor(languages)));
                SecurityContextHolder.setContext(acting);
            } else {
                signOut.logout(request, response, session);
            }
        }
        chain.doFilter(request, response);
    }
}
