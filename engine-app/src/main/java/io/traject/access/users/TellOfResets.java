package io.traject.access.users;

import io.traject.access.events.Origin;
import io.traject.access.events.SecurityEventKind;
import io.traject.access.events.SecurityNotices;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells users whose password was reset by the command, which had no application to send a mail (A15). */
@Component
class TellOfResets {

    private final PasswordChangesDue due;
    private final SecurityNotices notices;

    TellOfResets(PasswordChangesDue due, SecurityNotices notices) {
        this.due = due;
        this.notices = notices;
    }

    /** Of several instances one tells. */
    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT10S")
    @Transactional
    public void tell() {
        due.tell().forEach(user -> notices.happened(user, SecurityEventKind.PASSWORD_RESET_ON_SERVER, Origin.NOWHERE));
    }
}
