package io.traject.access.users;

import io.traject.access.Actors;
import io.traject.access.UserChanged;
import io.traject.access.UserTraits.Traits;
import io.traject.access.rights.UserGroup;
import io.traject.kernel.EmailAddress;
import io.traject.kernel.Languages;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Announces users of organisations as {@link UserChanged}. */
@Component
public class AnnounceUsers {

    private final ApplicationEventPublisher announcements;
    private final Languages languages;

    AnnounceUsers(ApplicationEventPublisher announcements, Languages languages) {
        this.announcements = announcements;
        this.languages = languages;
    }

    /** What others care about. */
    private record Seen(String name, Optional<EmailAddress> email, Set<UUID> groups, Traits traits) {

        static Seen of(UserAccount user) {
            return new Seen(
                    user.displayName(),
                    user.email(),
                    user.groups().stream().map(UserGroup::id).collect(Collectors.toUnmodifiableSet()),
                    AnnounceUsers.traits(user));
        }
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void added(UserAccount user) {
        announce(user, Optional.empty());
    }

    /** Makes the change, and announces it when there is something to tell. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void changing(UserAccount user, Runnable change) {
        Seen before = Seen.of(user);
        change.run();
        if (!Seen.of(user).equals(before)) {
            announce(user, Optional.of(before.traits()));
        }
    }

    /** The same for a change of the user's own, who need not be signed in, or not yet. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void changingOwn(UserAccount user, Runnable change) {
        Actors.call(user.actor(languages), () -> {
            changing(user, change);
            return user;
        });
    }

    private void announce(UserAccount user, Optional<Traits> before) {
        user.organisation()
                .ifPresent(organisation ->
                        announcements.publishEvent(new UserChanged(user.id(), organisation, before, traits(user))));
    }

    static Traits traits(UserAccount user) {
        return new Traits(user.role().id(), user.language(), user.email().isPresent(), user.active());
    }
}
