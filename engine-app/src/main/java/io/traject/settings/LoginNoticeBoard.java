package io.traject.settings;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.access.SignInNotices;
import io.traject.kernel.Language;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.RealTime;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows the notices: the visible ones to everyone, all of them to administrators. */
@Service
@Transactional(readOnly = true)
public class LoginNoticeBoard implements SignInNotices {

    private final LoginNotices notices;
    private final Authorization authorization;
    private final RealTime time;

    LoginNoticeBoard(LoginNotices notices, Authorization authorization, RealTime time) {
        this.notices = notices;
        this.authorization = authorization;
        this.time = time;
    }

    @Override
    public List<Notice> current(Language language) {
        return notices.findAllByOrderByVisibleFromDescIdDesc().stream()
                .filter(notice -> notice.state(time.now()) == LoginNotice.State.VISIBLE)
                .map(notice -> new Notice(notice.content().kind() == LoginNotice.Kind.TROUBLE, notice.text(language)))
                .toList();
    }

    /** All of them, the newest first. */
    public List<LoginNotice> all() {
        authorization.requireForInstallation(Permission.ADMINISTRATION);
        return notices.findAllByOrderByVisibleFromDescIdDesc();
    }

    /** @throws NotFoundException when there is none with this id */
    public LoginNotice get(UUID id) {
        authorization.requireForInstallation(Permission.ADMINISTRATION);
        return notices.findById(id).orElseThrow(NotFoundException::new);
    }
}
