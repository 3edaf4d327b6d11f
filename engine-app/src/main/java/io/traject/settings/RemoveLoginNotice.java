package io.traject.settings;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a notice away for good; one that is gone already stays so. */
@Component
public class RemoveLoginNotice {

    private final LoginNotices notices;
    private final Authorization authorization;

    RemoveLoginNotice(LoginNotices notices, Authorization authorization) {
        this.notices = notices;
        this.authorization = authorization;
    }

    @Transactional
    public void remove(UUID id) {
        authorization.requireForInstallation(Permission.ADMINISTRATION);
        notices.findById(id).ifPresent(notices::delete);
    }
}
