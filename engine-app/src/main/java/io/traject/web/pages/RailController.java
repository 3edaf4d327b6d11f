package io.traject.web.pages;

import io.traject.web.LocalPath;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Narrows and widens the left rail; each browser remembers its own. */
@Controller
class RailController {

    @PostMapping("/rail")
    String choose(
            @RequestParam boolean narrow,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        Cookie cookie = new Cookie("rail", narrow ? "narrow" : "wide");
        cookie.setPath(request.getContextPath() + "/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
        response.addCookie(cookie);
        return "redirect:" + LocalPath.orHome(back);
    }
}
