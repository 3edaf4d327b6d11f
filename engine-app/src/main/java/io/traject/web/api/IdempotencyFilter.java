package io.traject.web.api;

import io.traject.web.api.IdempotencyKeys.Answer;
import io.traject.web.api.IdempotencyKeys.Claim;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Makes a POST with an {@code Idempotency-Key} happen once. Key, change and answer commit in one transaction, around the
 * use case's own: there is no moment at which a killed application has done the one and forgotten the other. A second
 * request with the key waits for the first and gets its answer; a failed request leaves nothing and may be repeated.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 10)
class IdempotencyFilter extends OncePerRequestFilter {

    static final String HEADER = "Idempotency-Key";

    private static final Pattern ACCEPTED = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private final IdempotencyKeys keys;
    private final TransactionTemplate transaction;

    IdempotencyFilter(IdempotencyKeys keys, PlatformTransactionManager transactions) {
        this.keys = keys;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The rehearsal clock waits for work in other transactions, so it can't run in one of its own. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.POST.matches(request.getMethod())
                || !request.getRequestURI().startsWith(request.getContextPath() + "/api/v1/")
                || request.getRequestURI().startsWith(request.getContextPath() + "/api/v1/rehearsal/")
                || request.getHeader(HEADER) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        if (caller == null) {
            chain.doFilter(request, response);
            return;
        }
        String key = request.getHeader(HEADER);
        if (!ACCEPTED.matcher(key).matches()) {
            throw new RequestProblemException(HttpStatus.BAD_REQUEST, "idempotency-key-invalid");
        }
        RepeatableRequest repeatable = RepeatableRequest.of(request);
        var buffered = new ContentCachingResponseWrapper(response);
        try {
            transaction.executeWithoutResult(status -> {
                Claim claim = keys.claim(caller.getName(), key, repeatable.fingerprint());
                try {
                    switch (claim) {
                        case Claim.Answered(Answer answer) -> replay(answer, buffered);
                        case Claim.First ignored -> {
                            chain.doFilter(repeatable.request(), buffered);
                            if (succeeded(buffered)) {
                                keys.keep(caller.getName(), key, answer(buffered));
                            } else {
                                status.setRollbackOnly();
                            }
                        }
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                } catch (ServletException e) {
                    throw new FilteredException(e);
                }
            });
        } catch (FilteredException e) {
            throw e.filtered;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        buffered.copyBodyToResponse();
    }

    private static boolean succeeded(HttpServletResponse response) {
        return HttpStatus.valueOf(response.getStatus()).is2xxSuccessful();
    }

    private static Answer answer(ContentCachingResponseWrapper response) {
        return new Answer(
                response.getStatus(),
                response.getContentType(),
                response.getHeader(HttpHeaders.LOCATION),
                response.getHeader(HttpHeaders.ETAG),
                response.getContentAsByteArray());
    }

    private static void replay(Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        response.setContentType(answer.contentType());
        setIfPresent(response, HttpHeaders.LOCATION, answer.location());
        setIfPresent(response, HttpHeaders.ETAG, answer.etag());
        response.getOutputStream().write(answer.body());
    }

    private static void setIfPresent(HttpServletResponse response, String header, @Nullable String value) {
        if (value != null) {
            response.setHeader(header, value);
        }
    }

    /** Carries a checked exception through the transaction, which it rolls back. */
    private static final class FilteredException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final ServletException filtered;

        FilteredException(ServletException filtered) {
            super(filtered);
            this.filtered = filtered;
        }
    }
}
