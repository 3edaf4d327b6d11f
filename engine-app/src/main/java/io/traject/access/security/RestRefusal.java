package io.traject.access.security;

import io.traject.web.api.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** 401 and 403 of REST: the {@code WWW-Authenticate} header of RFC 6750, and a problem as the body. */
@Component
class RestRefusal implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final Problems problems;

    RestRefusal(Problems problems) {
        this.problems = problems;
    }

    /** Without {@code resource_metadata}, whose address Spring would make of the Host header. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException missing)
            throws IOException {
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE,
                missing instanceof OAuth2AuthenticationException ? "Bearer error=\"invalid_token\"" : "Bearer");
        problems.answer(HttpStatus.UNAUTHORIZED, request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"insufficient_scope\"");
        problems.answer(HttpStatus.FORBIDDEN, request, response);
    }
}
