package io.traject.access.users;

import io.traject.kernel.Language;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A user chooses the language of pages and mails. */
@Component
public class ChooseLanguage {

    private final UserAccounts users;
    private final AnnounceUsers announce;

    ChooseLanguage(UserAccounts users, AnnounceUsers announce) {
        this.users = users;
        this.announce = announce;
    }

    @Transactional
    public void choose(UUID userId, Language language) {
        UserAccount user = users.findByIdAndActiveTrue(userId).orElseThrow();
        announce.changingOwn(user, () -> user.chooseLanguage(language));
    }
}
