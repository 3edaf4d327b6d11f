package io.traject.access.web;

import io.traject.access.Authorization;
import io.traject.access.events.Origin;
import io.traject.access.security.EndSessions;
import io.traject.web.Flash;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The signed-in user signs out elsewhere; the list is on the page of the account. */
@Controller
@RequestMapping("/account/sessions")
class AccountSessionsPage {

    private static final String ACCOUNT = "redirect:/account";

    private final EndSessions endSessions;
    private final Authorization authorization;

    AccountSessionsPage(EndSessions endSessions, Authorization authorization) {
        this.endSessions = endSessions;
        this.authorization = authorization;
    }

    /** @param session handle of one's own; another's ends nothing */
    @PostMapping("/end")
    String end(@RequestParam String session, HttpServletRequest request, RedirectAttributes redirect) {
        endSessions.one(authorization.actor().id(), session, Origin.of(request));
        Flash.success(redirect, "access.account.sessions.ended");
        return ACCOUNT;
    }

    @PostMapping("/end-others")
    String endOthers(HttpServletRequest request, RedirectAttributes redirect) {
        endSessions.others(authorization.actor().id(), request.getSession().getId(), Origin.of(request));
        Flash.success(redirect, "access.account.sessions.endedOthers");
        return ACCOUNT;
    }
}
