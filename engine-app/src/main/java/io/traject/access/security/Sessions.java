package io.traject.access.security;

import io.traject.access.accounts.Secrets;
import io.traject.access.events.Origin;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** The sessions of signed-in users. */
@Component
public class Sessions {

    private static final String ORIGIN = Sessions.class.getName() + ".origin";
    private static final String SINCE = Sessions.class.getName() + ".since";

    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    Sessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    /**
     * A session as its user sees it.
     *
     * @param handle names it; the id itself would let whoever reads the page in
     * @param current whether it is the one that asks
     */
    public record Entry(String handle, Origin origin, Instant since, Instant lastUsed, boolean current) {}

    /** Says of a session whose user has just signed in, from where and when. */
    static void mark(HttpSession session, Origin origin, Instant since) {
        session.setAttribute(ORIGIN, origin);
        session.setAttribute(SINCE, since);
    }

    /** Where the user is signed in: here first, then by when each was last used. */
    public List<Entry> of(UUID userId, String currentSessionId) {
        return open(userId).entrySet().stream()
                .map(session -> entry(
                        session.getKey(), session.getValue(), session.getKey().equals(currentSessionId)))
                .sorted(Comparator.comparing(Entry::current)
                        .thenComparing(Entry::lastUsed)
                        .reversed())
                .toList();
    }

    /** Signs the user out everywhere. */
    public void endAll(UUID userId) {
        open(userId).keySet().forEach(sessions::deleteById);
    }

    /** Signs the user out everywhere but here. */
    public void endOthers(UUID userId, String currentSessionId) {
        open(userId).keySet().stream()
                .filter(id -> !id.equals(currentSessionId))
                .forEach(sessions::deleteById);
    }

    /** Ends one of the user's sessions; false when it is gone already. */
    public boolean end(UUID userId, String handle) {
        Optional<String> session = open(userId).keySet().stream()
                .filter(id -> handle(id).equals(handle))
                .findFirst();
        session.ifPresent(sessions::deleteById);
        return session.isPresent();
    }

    private Map<String, ? extends Session> open(UUID userId) {
        return sessions.findByPrincipalName(userId.toString());
    }

    private static Entry entry(String id, Session session, boolean current) {
        Origin origin = session.getAttributeOrDefault(ORIGIN, Origin.NOWHERE);
        Instant since = session.getAttributeOrDefault(SINCE, session.getCreationTime());
        return new Entry(handle(id), origin, since, session.getLastAccessedTime(), current);
    }

    private static String handle(String sessionId) {
        return HexFormat.of().formatHex(Secrets.hash(sessionId), 0, 8);
    }
}
