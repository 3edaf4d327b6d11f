package io.traject.access.accounts;

import io.traject.access.users.Username;
import io.traject.kernel.Outcome;
import io.traject.kernel.RealTime;
import io.traject.workers.secrets.SecretBox;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives an access token for an API token and a one-time code (A43). */
@Component
public class IssueAccessToken {

    private final ApiAccounts accounts;
    private final AccessTokens tokens;
    private final SecretBox box;
    private final RealTime time;

    IssueAccessToken(ApiAccounts accounts, AccessTokens tokens, SecretBox box, RealTime time) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.box = box;
        this.time = time;
    }

    /**
     * Refused with {@code credentials-wrong}, whatever was wrong.
     *
     * @param password the API token, directly followed by the six digits of the one-time code
     */
    @Transactional
    public Outcome<String> issue(Username username, String password) {
        int split = password.length() - OneTimeCodes.DIGITS;
        if (split <= 0) {
            return Outcome.refused("credentials-wrong");
        }
        String token = password.substring(0, split);
        String code = password.substring(split);
        Instant now = time.now();
        return accounts.lockActive(username.value())
                .filter(account -> account.hasToken(token) && account.acceptCode(code, now, box))
                .map(account -> Outcome.done(tokens.issue(account.id())))
                .orElseGet(() -> Outcome.refused("credentials-wrong"));
    }
}
