package io.traject.access.security;

import io.traject.access.users.ChooseLanguage;
import io.traject.kernel.Language;
import io.traject.kernel.RealTime;
import io.traject.web.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** Where a browser goes before and after sign-in. */
@Component
final class PageSignIn implements AuthenticationEntryPoint, AuthenticationSuccessHandler, AuthenticationFailureHandler {

    static final String PAGE = "/sign-in";

    /** A working day; before sign-in a session lives much shorter (spring.session.timeout). */
    private static final Duration SIGNED_IN_IDLE = Duration.ofHours(8);

    private final Onward onward;
    private final SignInRecord record;
    private final ChooseLanguage chooseLanguage;
    private final RealTime time;

    PageSignIn(Onward onward, SignInRecord record, ChooseLanguage chooseLanguage, RealTime time) {
        this.onward = onward;
        this.record = record;
        this.chooseLanguage = chooseLanguage;
        this.time = time;
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
        SignedInUser user = (SignedInUser) Objects.requireNonNull(signedIn.getPrincipal());
        HttpSession session = request.getSession();
        session.setMaxInactiveInterval((int) SIGNED_IN_IDLE.toSeconds());
        session.removeAttribute(PendingSignIn.ATTRIBUTE);
        if (session.getAttribute(Visitors.CHOSEN_LANGUAGE) instanceof Language chosen) {
            chooseLanguage.choose(user.id(), chosen);
        }
        record.signedIn(user.id(), request, response);
        response.sendRedirect(onward.path(request, response, "/"));
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        response.sendRedirect(
                switch (refusal) {
                    case SecondStepNeededException needed -> {
                        request.getSession().setAttribute(PendingSignIn.ATTRIBUTE, needed.pending(time.now()));
                        request.changeSessionId();
                        yield SecondStepFilter.PAGE;
                    }
                    case SecondStepExpiredException expired -> PAGE + "?expired";
                    case TooManyAttemptsException tooMany -> step(request) + "?throttled";
                    default -> step(request) + "?refused";
                });
    }

    /** The page of the step that was refused. */
    private static String step(HttpServletRequest request) {
        return request.getServletPath().equals(SecondStepFilter.PAGE) ? SecondStepFilter.PAGE : PAGE;
    }

    static boolean isPartOfPage(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }
}
