package io.traject.access.accounts;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The API accounts that the actor manages: those of the own municipality, or of the installation. */
@Component
public class ListApiAccounts {

    private final ApiAccounts accounts;
    private final Authorization authorization;

    ListApiAccounts(ApiAccounts accounts, Authorization authorization) {
        this.accounts = accounts;
        this.authorization = authorization;
    }

    @Transactional(readOnly = true)
    public List<ApiAccount> list() {
        return authorization
                .require(Permission.ADMINISTRATION)
                .organisation()
                .map(accounts::findByOrganisationOrderByUsername)
                .orElseGet(accounts::findByOrganisationIsNullOrderByUsername);
    }
}
