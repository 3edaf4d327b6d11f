package io.traject.access.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.util.unit.DataSize;

/** What a browser gets that may not do what it asked: mostly 403, unless the reason is another one in disguise. */
final class PageRefusal implements AccessDeniedHandler {

    private static final Set<String> SIGNING_IN = Set.of(PageSignIn.PAGE, SecondStepFilter.PAGE);

    private final AccessDeniedHandler forbidden = new AccessDeniedHandlerImpl();
    private final long largestRequest;

    PageRefusal(DataSize largestRequest) {
        this.largestRequest = largestRequest.toBytes();
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException, ServletException {
        if (refusal instanceof CsrfException && isTooLargeUpload(request)) {
            // The form was too large to be read, and its CSRF token with it.
            response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
        } else if (refusal instanceof CsrfException && SIGNING_IN.contains(request.getServletPath())) {
            // The page stood open until its session had ended.
            response.sendRedirect(PageSignIn.PAGE + "?expired");
        } else {
            forbidden.handle(request, response, refusal);
        }
    }

    private boolean isTooLargeUpload(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null
                && type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)
                && request.getContentLengthLong() > largestRequest;
    }
}
