package io.traject.access.accounts;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends an API account for good; its access tokens stop working with the next call. */
@Component
public class DeactivateApiAccount {

    private final ManagedApiAccounts accounts;
    private final AccessTokens tokens;

    DeactivateApiAccount(ManagedApiAccounts accounts, AccessTokens tokens) {
        this.accounts = accounts;
        this.tokens = tokens;
    }

    @Transactional
    public ApiAccount deactivate(UUID id) {
        ApiAccount account = accounts.get(id);
        account.deactivate();
        tokens.revokeAll(id);
        return account;
    }
}
