package io.traject.settings;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.NotFoundException;
import java.util.UUID;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds a notice, or changes what one says and when. */
@Component
public class WriteLoginNotice {

    private final LoginNotices notices;
    private final Authorization authorization;

    WriteLoginNotice(LoginNotices notices, Authorization authorization) {
        this.notices = notices;
        this.authorization = authorization;
    }

    @Transactional
    public UUID add(LoginNotice.Content content) {
        authorization.requireForInstallation(Permission.ADMINISTRATION);
        return notices.save(new LoginNotice(content)).id();
    }

    /**
     * @param version that the writer started from
     * @throws ObjectOptimisticLockingFailureException when someone else wrote since
     */
    @Transactional
    public void rewrite(UUID id, LoginNotice.Content content, long version) {
        authorization.requireForInstallation(Permission.ADMINISTRATION);
        LoginNotice notice = notices.findById(id).orElseThrow(NotFoundException::new);
        if (notice.version() != version) {
            throw new ObjectOptimisticLockingFailureException(LoginNotice.class, id);
        }
        notice.rewrite(content);
    }
}
