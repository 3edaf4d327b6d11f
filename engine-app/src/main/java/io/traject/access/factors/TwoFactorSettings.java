package io.traject.access.factors;

import dev.samstevens.totp.exceptions.QrGenerationException;
import dev.samstevens.totp.qr.QrData;
import dev.samstevens.totp.qr.ZxingPngQrGenerator;
import dev.samstevens.totp.secret.DefaultSecretGenerator;
import io.traject.access.Actor;
import io.traject.access.Authorization;
import io.traject.access.events.Origin;
import io.traject.access.events.SecurityEventKind;
import io.traject.access.events.SecurityNotices;
import io.traject.access.users.UserAccounts;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.Outcome;
import io.traject.kernel.RealTime;
import io.traject.workers.secrets.SecretBox;
import java.util.List;
import java.util.UUID;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The signed-in user's own second factor. Every step asks for the password, and to change a factor that is on also for a
 * code: who finds somebody's screen unlocked can change nothing.
 */
@Component
public class TwoFactorSettings {

    private static final int SECRET_CHARACTERS = 32;
    private static final int QR_PIXELS = 264;

    private final SecondFactors factors;
    private final RecoveryCodes recoveryCodes;
    private final SecondStep secondStep;
    private final TwoFactorRequirement requirement;
    private final UserAccounts users;
    private final PasswordEncoder passwords;
    private final SecurityNotices notices;
    private final Authorization authorization;
    private final SecretBox box;
    private final RealTime time;

    TwoFactorSettings(
            SecondFactors factors,
            RecoveryCodes recoveryCodes,
            SecondStep secondStep,
            TwoFactorRequirement requirement,
            UserAccounts users,
            PasswordEncoder passwords,
            SecurityNotices notices,
            Authorization authorization,
            SecretBox box,
            RealTime time) {
        this.factors = factors;
        this.recoveryCodes = recoveryCodes;
        this.secondStep = secondStep;
        this.requirement = requirement;
        this.users = users;
        this.passwords = passwords;
        this.notices = notices;
        this.authorization = authorization;
        this.box = box;
        this.time = time;
    }

    /**
     * How it is set.
     *
     * @param required whether the organisation asks for it
     * @param recoveryCodesLeft how many are unused
     */
    public record Setting(boolean on, boolean required, int recoveryCodesLeft) {}

    /** What goes into an authenticator: the QR code and the same as text. */
    public record Key(byte[] qrCode, String secret) {

        /** In groups of four, as one types it. */
        public String grouped() {
            return secret.replaceAll("(.{4})(?=.)", "$1 ");
        }

        @Override
        public String toString() {
            return "Key[***]";
        }
    }

    @Transactional(readOnly = true)
    public Setting setting() {
        Actor actor = authorization.actor();
        return new Setting(secondStep.isOn(actor.id()), requirement.holdsFor(actor), recoveryCodes.left(actor.id()));
    }

    /** Begins setting up, with a new secret. Refused with {@code password-wrong} or {@code two-factor-on}. */
    @Transactional
    public Outcome<UUID> begin(String password) {
        UUID userId = authorization.actor().id();
        if (isWrong(userId, password)) {
            return Outcome.refused("password-wrong");
        }
        SecondFactor factor = factors.lock(userId).orElseGet(() -> new SecondFactor(userId));
        if (factor.isOn()) {
            return Outcome.refused("two-factor-on");
        }
        factor.begin(new DefaultSecretGenerator(SECRET_CHARACTERS).generate(), box);
        factors.save(factor);
        return Outcome.done(userId);
    }

    /** @throws NotFoundException unless it is being set up */
    @Transactional(readOnly = true)
    public Key key() {
        Actor actor = authorization.actor();
        String secret = factors.findById(actor.id())
                .filter(factor -> !factor.isOn())
                .orElseThrow(NotFoundException::new)
                .secret(box);
        return new Key(qrCode(actor.username(), secret), secret);
    }

    /**
     * Switches it on with a first code.
     *
     * @return the recovery codes, for this once; refused with {@code code-wrong}
     */
    @Transactional
    public Outcome<List<String>> confirm(String code, Origin origin) {
        UUID userId = authorization.actor().id();
        SecondFactor factor =
                factors.lock(userId).filter(found -> !found.isOn()).orElseThrow(NotFoundException::new);
        if (!factor.accept(code.replaceAll("\\s", ""), time.now(), box)) {
            return Outcome.refused("code-wrong");
        }
        factor.confirm(time.now());
        notices.happened(userId, SecurityEventKind.TWO_FACTOR_ON, origin);
        return Outcome.done(recoveryCodes.renew(userId));
    }

    /** New recovery codes; those of before are void. Refused with {@code password-wrong} or {@code code-wrong}. */
    @Transactional
    public Outcome<List<String>> renewRecoveryCodes(String password, String code, Origin origin) {
        UUID userId = authorization.actor().id();
        if (isWrong(userId, password)) {
            return Outcome.refused("password-wrong");
        }
        if (!secondStep.pass(userId, code, origin)) {
            return Outcome.refused("code-wrong");
        }
        notices.happened(userId, SecurityEventKind.RECOVERY_CODES_RENEWED, origin);
        return Outcome.done(recoveryCodes.renew(userId));
    }

    /** Refused with {@code two-factor-required}, {@code password-wrong} or {@code code-wrong}. */
    @Transactional
    public Outcome<UUID> switchOff(String password, String code, Origin origin) {
        Actor actor = authorization.actor();
        if (requirement.holdsFor(actor)) {
            return Outcome.refused("two-factor-required");
        }
        if (isWrong(actor.id(), password)) {
            return Outcome.refused("password-wrong");
        }
        if (!secondStep.pass(actor.id(), code, origin)) {
            return Outcome.refused("code-wrong");
        }
        factors.lock(actor.id()).ifPresent(factors::delete);
        notices.happened(actor.id(), SecurityEventKind.TWO_FACTOR_OFF, origin);
        return Outcome.done(actor.id());
    }

    private boolean isWrong(UUID userId, String password) {
        return !passwords.matches(
                password, users.findByIdAndActiveTrue(userId).orElseThrow().passwordHash());
    }

    private static byte[] qrCode(String username, String secret) {
        QrData content = new QrData.Builder()
                .label(username)
                .secret(secret)
                .issuer("Traject")
                .build();
        try {
            var generator = new ZxingPngQrGenerator();
            generator.setImageSize(QR_PIXELS);
            return generator.generate(content);
        } catch (QrGenerationException e) {
            throw new IllegalStateException("The QR code could not be drawn", e);
        }
    }
}
