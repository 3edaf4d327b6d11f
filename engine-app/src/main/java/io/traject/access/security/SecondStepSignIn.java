package io.traject.access.security;

import io.traject.access.events.SecurityNotices;
import io.traject.access.factors.SecondStep;
import io.traject.access.users.UserAccount;
import io.traject.access.users.UserAccounts;
import io.traject.kernel.RealTime;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Signs a user in who has passed the first step, with a code. */
@Component
public class SecondStepSignIn {

    private final UserAccounts users;
    private final SecondStep secondStep;
    private final Throttle throttle;
    private final SecurityNotices notices;
    private final RealTime time;

    SecondStepSignIn(
            UserAccounts users, SecondStep secondStep, Throttle throttle, SecurityNotices notices, RealTime time) {
        this.users = users;
        this.secondStep = secondStep;
        this.throttle = throttle;
        this.notices = notices;
        this.time = time;
    }

    /** Whether this session has passed the first step, and not too long ago. */
    public boolean isExpected(HttpServletRequest request) {
        return PendingSignIn.in(request, time.now()).isPresent();
    }

    /**
     * @throws SecondStepExpiredException when the first step is needed again
     * @throws TooManyAttemptsException when nothing was checked
     * @throws BadCredentialsException when the code is wrong or was used before
     */
    Authentication signIn(HttpServletRequest request) {
        UserAccount user = PendingSignIn.in(request, time.now())
                .flatMap(pending -> users.findByIdAndActiveTrue(pending.userId())
                        .filter(found -> pending.goesWith(found.passwordHash())))
                .orElseThrow(SecondStepExpiredException::new);
        Caller caller = Caller.of(request);
        String address = caller.origin().address();
        throttle.admit(Throttle.CODE, user.username(), address, caller.device());
        String code = Optional.ofNullable(request.getParameter("code")).orElse("");
        if (!secondStep.pass(user.id(), code, caller.origin())) {
            notices.wrongCode(user.id(), caller.origin());
            throw new BadCredentialsException("wrong code");
        }
        throttle.forgive(Throttle.CODE, user.username(), address, caller.device());
        var principal = new SignedInUser(user.id(), user.passwordHash());
        principal.eraseCredentials();
        return UsernamePasswordAuthenticationToken.authenticated(principal, null, List.of());
    }
}
