package io.traject.access.security;

import io.traject.access.Actor;
import io.traject.access.Actors;
import io.traject.access.accounts.ApiAccount;
import io.traject.access.accounts.ApiAccounts;
import io.traject.access.users.UserAccounts;
import io.traject.kernel.Languages;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

@Component
class StoredActors implements Actors {

    private final UserAccounts users;
    private final ApiAccounts accounts;
    private final Languages languages;

    StoredActors(UserAccounts users, ApiAccounts accounts, Languages languages) {
        this.users = users;
        this.accounts = accounts;
        this.languages = languages;
    }

    @Override
    public Optional<Actor> find(UUID id) {
        return users.findByIdAndActiveTrue(id)
                .map(user -> user.actor(languages))
                .or(() -> accounts.findById(id).filter(ApiAccount::active).map(ApiAccount::actor));
    }
}
