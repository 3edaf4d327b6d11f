package io.traject.access.accounts;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.NotFoundException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The API accounts that the actor manages: those of the own municipality, or of the installation. */
@Component
public class ManagedApiAccounts {

    private final ApiAccounts accounts;
    private final Authorization authorization;

    ManagedApiAccounts(ApiAccounts accounts, Authorization authorization) {
        this.accounts = accounts;
        this.authorization = authorization;
    }

    @Transactional(readOnly = true)
    public Page<ApiAccount> page(Pageable page) {
        return accounts.findOf(organisation().orElse(null), page);
    }

    /** @throws NotFoundException also for one that the actor doesn't manage */
    @Transactional(readOnly = true)
    public ApiAccount get(UUID id) {
        Optional<UUID> organisation = organisation();
        return accounts.findById(id)
                .filter(account -> account.organisation().equals(organisation))
                .orElseThrow(NotFoundException::new);
    }

    private Optional<UUID> organisation() {
        return authorization.require(Permission.ADMINISTRATION).organisation();
    }
}
