package io.traject.web.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Objects;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Around everything under {@code /api} and {@code /services}: what filters throw or send as an error is a problem too. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class ApiBoundary extends OncePerRequestFilter {

    private final Problems problems;

    ApiBoundary(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !Problems.concern(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, new ProblemsForErrors(request, response));
        } catch (ServletException fault) {
            problems.answer(Objects.requireNonNullElse(fault.getRootCause(), fault), request, response);
        } catch (RuntimeException fault) {
            problems.answer(fault, request, response);
        }
    }

    private final class ProblemsForErrors extends HttpServletResponseWrapper {

        private final HttpServletRequest request;

        ProblemsForErrors(HttpServletRequest request, HttpServletResponse response) {
            super(response);
            this.request = request;
        }

        @Override
        public void sendError(int status) throws IOException {
            problems.answer(HttpStatusCode.valueOf(status), request, (HttpServletResponse) getResponse());
        }

        @Override
        public void sendError(int status, String message) throws IOException {
            sendError(status);
        }
    }
}
