package io.traject.access.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Takes the form of the second step. Only here a user with a second factor gets signed in, with a new session id. */
final class SecondStepFilter extends AbstractAuthenticationProcessingFilter {

    static final String PAGE = "/sign-in/code";

    private final SecondStepSignIn signIn;

    SecondStepFilter(SecondStepSignIn signIn, PageSignIn pages) {
        super(PathPatternRequestMatcher.pathPattern(HttpMethod.POST, PAGE));
        this.signIn = signIn;
        setAuthenticationManager(attempt -> attempt);
        setAuthenticationSuccessHandler(pages);
        setAuthenticationFailureHandler(pages);
        setSecurityContextRepository(new HttpSessionSecurityContextRepository());
        setSessionAuthenticationStrategy(new CompositeSessionAuthenticationStrategy(List.of(
                new ChangeSessionIdAuthenticationStrategy(),
                new CsrfAuthenticationStrategy(new HttpSessionCsrfTokenRepository()))));
    }

    @Override
    public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response) {
        return signIn.signIn(request);
    }
}
