package io.traject.access.factors;

import io.traject.access.events.Origin;
import io.traject.access.events.SecurityEventKind;
import io.traject.access.events.SecurityNotices;
import io.traject.kernel.RealTime;
import io.traject.workers.secrets.SecretBox;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The second step of signing in: a code of the authenticator, or a recovery code. Each is accepted once. */
@Component
public class SecondStep {

    private static final Pattern BLANK = Pattern.compile("\\s");
    private static final Pattern ONE_TIME_CODE = Pattern.compile("\\d{6}");

    private final SecondFactors factors;
    private final RecoveryCodes recoveryCodes;
    private final SecurityNotices notices;
    private final SecretBox box;
    private final RealTime time;

    SecondStep(
            SecondFactors factors, RecoveryCodes recoveryCodes, SecurityNotices notices, SecretBox box, RealTime time) {
        this.factors = factors;
        this.recoveryCodes = recoveryCodes;
        this.notices = notices;
        this.box = box;
        this.time = time;
    }

    /** Whether this user signs in with two steps. */
    @Transactional(readOnly = true)
    public boolean isOn(UUID userId) {
        return factors.existsByUserIdAndConfirmedAtIsNotNull(userId);
    }

    /** Of these users, those who sign in with two steps. */
    @Transactional(readOnly = true)
    public Set<UUID> usersOf(Collection<UUID> users) {
        return factors.usersOf(users);
    }

    /** Whether the code is right; it is used up then. False also for a user without a second factor. */
    @Transactional
    public boolean pass(UUID userId, String typed, Origin origin) {
        String code = BLANK.matcher(typed).replaceAll("");
        return factors.lock(userId)
                .filter(SecondFactor::isOn)
                .filter(factor -> ONE_TIME_CODE.matcher(code).matches()
                        ? factor.accept(code, time.now(), box)
                        : useRecoveryCode(userId, code, origin))
                .isPresent();
    }

    private boolean useRecoveryCode(UUID userId, String code, Origin origin) {
        boolean used = recoveryCodes.use(userId, code);
        if (used) {
            notices.happened(userId, SecurityEventKind.RECOVERY_CODE_USED, origin);
        }
        return used;
    }
}
