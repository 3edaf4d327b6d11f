package io.traject.access.security;

import io.traject.access.accounts.Secrets;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** The cookie by which {@link Familiar} knows a browser again. It opens nothing: it only keeps strangers' attempts apart. */
@Component
public class DeviceCookie {

    private static final String NAME = "traject-device";

    private final boolean servedOverTls;

    DeviceCookie(@Value("${traject.public-url}") String publicUrl) {
        this.servedOverTls = publicUrl.startsWith("https:");
    }

    /** Its secret; empty for a browser without one. */
    public static String of(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, NAME);
        return cookie == null ? "" : cookie.getValue();
    }

    /** Gives the browser one, or lets it keep the one it has. @return its secret */
    public String give(HttpServletRequest request, HttpServletResponse response) {
        String known = of(request);
        String secret = known.isEmpty() ? Secrets.token() : known;
        ResponseCookie cookie = ResponseCookie.from(NAME, secret)
                .path("/")
                .maxAge(Familiar.KEPT)
                .httpOnly(true)
                .secure(servedOverTls)
                .sameSite("Strict")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return secret;
    }
}
