package io.traject.access.security;

import io.traject.access.users.ChooseLanguage;
import io.traject.kernel.Language;
import io.traject.web.LocalPath;
import io.traject.web.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;

/** Where a browser goes before and after sign-in. */
final class PageSignIn implements AuthenticationEntryPoint, AuthenticationSuccessHandler, AuthenticationFailureHandler {

    static final String PAGE = "/sign-in";

    /** A working day; before sign-in a session lives much shorter (spring.session.timeout). */
    private static final Duration SIGNED_IN_IDLE = Duration.ofHours(8);

    private final RequestCache wanted;
    private final ChooseLanguage chooseLanguage;

    PageSignIn(RequestCache wanted, ChooseLanguage chooseLanguage) {
        this.wanted = wanted;
        this.chooseLanguage = chooseLanguage;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException missing)
            throws IOException {
        if (isPartOfPage(request)) {
            // A part that htmx asked for: the whole page must go to sign-in, not the place of the part.
            response.setHeader("HX-Redirect", PAGE);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.sendRedirect(PAGE);
        }
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication signedIn) throws IOException {
        SavedRequest saved = wanted.getRequest(request, response);
        wanted.removeRequest(request, response);
        HttpSession session = request.getSession();
        session.setMaxInactiveInterval((int) SIGNED_IN_IDLE.toSeconds());
        if (session.getAttribute(Visitors.CHOSEN_LANGUAGE) instanceof Language chosen
                && signedIn.getPrincipal() instanceof SignedInUser user) {
            chooseLanguage.choose(user.id(), chosen);
        }
        response.sendRedirect(LocalPath.orHome(saved == null ? null : saved.getRedirectUrl()));
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        response.sendRedirect(PAGE + (refusal instanceof TooManyAttemptsException ? "?throttled" : "?refused"));
    }

    static boolean isPartOfPage(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }
}
