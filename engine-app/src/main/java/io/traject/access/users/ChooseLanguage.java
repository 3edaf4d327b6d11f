package io.traject.access.users;

import io.traject.kernel.Language;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A user chooses the language of pages and mails. */
@Component
public class ChooseLanguage {

    private final UserAccounts users;

    ChooseLanguage(UserAccounts users) {
        this.users = users;
    }

    @Transactional
    public void choose(UUID userId, Language language) {
        users.findByIdAndActiveTrue(userId).orElseThrow().chooseLanguage(language);
    }
}
