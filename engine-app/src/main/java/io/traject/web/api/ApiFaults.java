package io.traject.web.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Answers what handlers throw, before Spring's own resolvers do. What is about access is left to Spring Security. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiFaults implements HandlerExceptionResolver {

    private final Problems problems;

    ApiFaults(Problems problems) {
        this.problems = problems;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception fault) {
        if (!Problems.concern(request)
                || fault instanceof AccessDeniedException
                || fault instanceof AuthenticationException
                || fault instanceof AsyncRequestNotUsableException) {
            return null;
        }
        try {
            problems.answer(fault, request, response);
            return new ModelAndView();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
