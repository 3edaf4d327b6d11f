package io.traject.access.security;

import io.traject.access.Actor;
import io.traject.access.ActorAuthentication;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.web.filter.OncePerRequestFilter;

/** Leads a user to the first {@link SignInDuty} that is open. The page that was wanted is kept for afterwards. */
final class DutyFilter extends OncePerRequestFilter {

    private static final Set<String> OPEN = Set.of(PageSignIn.PAGE, "/sign-out", "/language", "/rail", "/error");

    private final List<SignInDuty> duties;
    private final RequestCache wanted;

    DutyFilter(List<SignInDuty> duties, RequestCache wanted) {
        this.duties = duties;
        this.wanted = wanted;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<SignInDuty> duty = user().filter(user -> !OPEN.contains(request.getServletPath()))
                .flatMap(user -> duties.stream().filter(one -> one.isOpen(user)).findFirst());
        if (duty.isEmpty() || isAt(duty.get().page(), request.getServletPath())) {
            chain.doFilter(request, response);
        } else if (PageSignIn.isPartOfPage(request)) {
            response.setHeader("HX-Redirect", duty.get().page());
        } else {
            wanted.saveRequest(request, response);
            response.sendRedirect(duty.get().page());
        }
    }

    private static Optional<Actor> user() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof ActorAuthentication acting
                ? Optional.of(acting.getPrincipal()).filter(actor -> actor.kind() == Actor.Kind.USER)
                : Optional.empty();
    }

    private static boolean isAt(String page, String path) {
        return path.equals(page) || path.startsWith(page + "/");
    }
}
