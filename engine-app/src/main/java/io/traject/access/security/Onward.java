package io.traject.access.security;

import io.traject.web.LocalPath;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;

/** Where a user goes on after signing in and its duties: the page that was wanted before, or else another. */
@Component
public class Onward {

    private final RequestCache wanted;

    Onward(RequestCache wanted) {
        this.wanted = wanted;
    }

    /** A path of this application. It is answered once. */
    public String path(HttpServletRequest request, HttpServletResponse response, String otherwise) {
        SavedRequest saved = wanted.getRequest(request, response);
        wanted.removeRequest(request, response);
        return saved == null ? otherwise : LocalPath.orHome(saved.getRedirectUrl());
    }
}
