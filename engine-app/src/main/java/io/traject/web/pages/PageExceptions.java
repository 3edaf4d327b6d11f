package io.traject.web.pages;

import io.traject.kernel.NotFoundException;
import io.traject.kernel.Refusal;
import io.traject.kernel.RefusedException;
import io.traject.web.Flash;
import io.traject.web.LocalPath;
import io.traject.web.Meaning;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * What a page does when it is told no. A refused action leads back to the page it came from, with the reason on top;
 * everything else is an error page. The manners of REST come before these.
 */
@ControllerAdvice(annotations = Controller.class)
@Order(Ordered.LOWEST_PRECEDENCE)
class PageExceptions {

    @ExceptionHandler
    void notFound(NotFoundException none, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    @ExceptionHandler
    @Nullable
    ModelAndView refused(RefusedException refused, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Refusal refusal = refused.refusal();
        return back(new Flash(Meaning.DANGER, refusal.messageKey(), refusal.arguments()), request, response);
    }

    @ExceptionHandler
    @Nullable
    ModelAndView changedMeanwhile(
            OptimisticLockingFailureException conflict, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        return back(Flash.of(Meaning.WARNING, "web.error.changedMeanwhile"), request, response);
    }

    /** A form that should bring a file did not come as one, or the file is too large. */
    @ExceptionHandler
    void noFile(MultipartException wrong, HttpServletResponse response) throws IOException {
        response.sendError(
                wrong instanceof ErrorResponse known
                        ? known.getStatusCode().value()
                        : HttpServletResponse.SC_BAD_REQUEST);
    }

    private static @Nullable ModelAndView back(Flash flash, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<String> origin = Optional.ofNullable(request.getHeader(HttpHeaders.REFERER));
        if (HttpMethod.GET.matches(request.getMethod()) || origin.isEmpty()) {
            request.setAttribute(Flash.ATTRIBUTE, flash);
            response.sendError(HttpServletResponse.SC_CONFLICT);
            return null;
        }
        RequestContextUtils.getOutputFlashMap(request).put(Flash.ATTRIBUTE, flash);
        String page = LocalPath.orHome(origin.get());
        if (request.getHeader("HX-Request") == null) {
            return new ModelAndView("redirect:" + page);
        }
        RequestContextUtils.saveOutputFlashMap(page, request, response);
        response.setHeader("HX-Redirect", page);
        return null;
    }
}
