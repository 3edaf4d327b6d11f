package io.traject.access.security;

import io.traject.access.events.Origin;
import io.traject.access.events.SecurityEventKind;
import io.traject.access.events.SecurityNotices;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A user signs out elsewhere. */
@Component
public class EndSessions {

    private final Sessions sessions;
    private final SecurityNotices notices;

    EndSessions(Sessions sessions, SecurityNotices notices) {
        this.sessions = sessions;
        this.notices = notices;
    }

    /** Ends one of the user's sessions; nothing happens when it is gone already. */
    @Transactional
    public void one(UUID userId, String handle, Origin origin) {
        if (sessions.end(userId, handle)) {
            notices.happened(userId, SecurityEventKind.SIGNED_OUT_ELSEWHERE, origin);
        }
    }

    @Transactional
    public void others(UUID userId, String currentSessionId, Origin origin) {
        sessions.endOthers(userId, currentSessionId);
        notices.happened(userId, SecurityEventKind.SIGNED_OUT_ELSEWHERE, origin);
    }
}
