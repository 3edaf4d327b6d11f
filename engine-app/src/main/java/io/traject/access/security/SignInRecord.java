package io.traject.access.security;

import io.traject.access.events.Origin;
import io.traject.access.events.SecurityEventKind;
import io.traject.access.events.SecurityNotices;
import io.traject.access.users.UserAccounts;
import io.traject.kernel.RealTime;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notes a sign-in that succeeded: for the list of sessions, for the user to read, and for the {@link Throttle}. */
@Component
class SignInRecord {

    private final UserAccounts users;
    private final SecurityNotices notices;
    private final Throttle throttle;
    private final DeviceCookie cookie;
    private final RealTime time;

    SignInRecord(UserAccounts users, SecurityNotices notices, Throttle throttle, DeviceCookie cookie, RealTime time) {
        this.users = users;
        this.notices = notices;
        this.throttle = throttle;
        this.cookie = cookie;
        this.time = time;
    }

    @Transactional
    public void signedIn(UUID userId, HttpServletRequest request, HttpServletResponse response) {
        Origin origin = Origin.of(request);
        String account = users.findById(userId).orElseThrow().username();
        Sessions.mark(request.getSession(), origin, time.now());
        throttle.signedIn(account, origin.address(), cookie.give(request, response));
        notices.happened(userId, SecurityEventKind.SIGNED_IN, origin);
    }
}
