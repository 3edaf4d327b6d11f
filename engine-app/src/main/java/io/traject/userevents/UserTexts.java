package io.traject.userevents;

import io.traject.access.UserDirectory;
import io.traject.events.MergeSource;
import io.traject.kernel.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What texts may say of a user. */
@Component
class UserTexts implements MergeSource {

    private static final String NAME = "user.name";

    private final UserDirectory users;

    UserTexts(UserDirectory users) {
        this.users = users;
    }

    @Override
    public String kind() {
        return UserFacts.KIND;
    }

    @Override
    public List<String> keys() {
        return List.of(NAME);
    }

    @Override
    public Optional<Map<String, String>> values(UUID id, Language language) {
        return users.find(id).map(user -> Map.of(NAME, user.displayName()));
    }
}
