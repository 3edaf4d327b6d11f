package io.traject.access.accounts;

import dev.samstevens.totp.secret.DefaultSecretGenerator;
import io.traject.access.Actor;
import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.access.rights.UserGroups;
import io.traject.kernel.Ids;
import io.traject.kernel.NameClaims;
import io.traject.kernel.Outcome;
import io.traject.kernel.RealTime;
import io.traject.workers.secrets.SecretBox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes an API account with its API token and TOTP secret (A42). */
@Component
public class CreateApiAccount {

    private static final int TOTP_SECRET_CHARACTERS = 32;

    private final ApiAccounts accounts;
    private final UserGroups groups;
    private final NameClaims claims;
    private final Authorization authorization;
    private final SecretBox box;
    private final RealTime time;

    CreateApiAccount(
            ApiAccounts accounts,
            UserGroups groups,
            NameClaims claims,
            Authorization authorization,
            SecretBox box,
            RealTime time) {
        this.accounts = accounts;
        this.groups = groups;
        this.claims = claims;
        this.authorization = authorization;
        this.box = box;
        this.time = time;
    }

    /**
     * Refused with {@code username-taken}, with {@code group-unknown} for a group of another organisation, or with {@code
     * permission-beyond-own}: nobody gives away more than one has.
     */
    @Transactional
    public Outcome<ApiCredentials> create(NewApiAccount wanted) {
        Actor actor = authorization.require(Permission.ADMINISTRATION);
        if (!actor.permissions().containsAll(wanted.permissions())) {
            return Outcome.refused("permission-beyond-own");
        }
        if (!areOf(wanted)) {
            return Outcome.refused("group-unknown");
        }
        claims.claim("api-account", wanted.username().value());
        if (accounts.findByUsername(wanted.username().value()).isPresent()) {
            return Outcome.refused("username-taken", wanted.username().value());
        }
        return Outcome.done(giveCredentials(made(wanted)));
    }

    /** For the demo account whose credentials file is gone. */
    @Transactional
    public ApiCredentials createOrReset(NewApiAccount wanted) {
        return giveCredentials(
                accounts.findByUsername(wanted.username().value()).orElseGet(() -> made(wanted)));
    }

    private boolean areOf(NewApiAccount wanted) {
        return groups.findByIdIn(wanted.groups()).stream()
                        .filter(group -> wanted.organisation()
                                .filter(group.organisation()::equals)
                                .isPresent())
                        .count()
                == wanted.groups().size();
    }

    private ApiAccount made(NewApiAccount wanted) {
        return new ApiAccount(Ids.next(), wanted, groups.findByIdIn(wanted.groups()), time.now());
    }

    private ApiCredentials giveCredentials(ApiAccount account) {
        String token = Secrets.token();
        String secret = new DefaultSecretGenerator(TOTP_SECRET_CHARACTERS).generate();
        account.useCredentials(token, secret, box);
        accounts.save(account);
        return new ApiCredentials(account.username(), token, secret);
    }
}
