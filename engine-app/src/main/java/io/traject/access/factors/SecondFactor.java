package io.traject.access.factors;

import io.traject.access.NotAudited;
import io.traject.access.accounts.OneTimeCodes;
import io.traject.workers.secrets.SecretBox;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A user's authenticator. Until the first code of it was right it is being set up, and signing in doesn't ask for it. */
@Entity
@Table(name = "access_second_factor")
@NotAudited("what is done to it is among the security events of its user")
class SecondFactor {

    @Id
    private UUID userId;

    @Version
    private long version;

    private byte[] secret;
    private long lastAcceptedStep;
    private @Nullable Instant confirmedAt;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected SecondFactor() {}

    SecondFactor(UUID userId) {
        this.userId = userId;
        this.secret = new byte[0];
    }

    boolean isOn() {
        return confirmedAt != null;
    }

    /** Begins setting up, or begins anew. */
    void begin(String newSecret, SecretBox box) {
        if (isOn()) {
            throw new IllegalStateException("The second factor is on");
        }
        this.secret = box.seal(newSecret, userId);
        this.lastAcceptedStep = 0;
    }

    String secret(SecretBox box) {
        return box.open(secret, userId);
    }

    /**
     * Takes a code, once: those of the same and earlier steps are void from then on. The caller holds the row's lock, so
     * that of two calls with the same code one is refused.
     */
    boolean accept(String code, Instant now, SecretBox box) {
        OptionalLong step = OneTimeCodes.step(secret(box), code, now);
        if (step.isEmpty() || step.getAsLong() <= lastAcceptedStep) {
            return false;
        }
        this.lastAcceptedStep = step.getAsLong();
        return true;
    }

    void confirm(Instant now) {
        this.confirmedAt = now;
    }
}
