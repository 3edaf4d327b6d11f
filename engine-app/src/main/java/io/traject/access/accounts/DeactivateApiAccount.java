package io.traject.access.accounts;

import io.traject.access.Actor;
import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.NotFoundException;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends an API account for good; its access tokens stop working with the next call. */
@Component
public class DeactivateApiAccount {

    private final ApiAccounts accounts;
    private final AccessTokens tokens;
    private final Authorization authorization;

    DeactivateApiAccount(ApiAccounts accounts, AccessTokens tokens, Authorization authorization) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.authorization = authorization;
    }

    @Transactional
    public void deactivate(UUID id) {
        Actor actor = authorization.require(Permission.ADMINISTRATION);
        ApiAccount account = accounts.findById(id)
                .filter(found -> found.organisation().equals(actor.organisation()))
                .orElseThrow(NotFoundException::new);
        account.deactivate();
        tokens.revokeAll(id);
    }
}
