package io.traject.access;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * Says to Spring Security who acts. Made anew for each request and job from what is stored about the account, so that a
 * right that was taken away is gone at once; never kept in a session. Its name is the actor's id, its authorities are the
 * names of the permissions.
 */
public final class ActorAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Actor actor;
    private final transient @Nullable Actor through;

    public ActorAuthentication(Actor actor) {
        this(actor, null);
    }

    /** @param through the API account that acts for the actor (A44); null when the actor does it in person */
    public ActorAuthentication(Actor actor, @Nullable Actor through) {
        super(authorities(actor));
        this.actor = actor;
        this.through = through;
        super.setAuthenticated(true);
    }

    /** The API account that acts for the actor, if one does. */
    public Optional<Actor> through() {
        return Optional.ofNullable(through);
    }

    private static Set<GrantedAuthority> authorities(Actor actor) {
        return actor.permissions().stream()
                .map(permission -> new SimpleGrantedAuthority(permission.name()))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Actor getPrincipal() {
        return actor;
    }

    @Override
    public String getName() {
        return actor.id().toString();
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ActorAuthentication that
                && actor.equals(that.actor)
                && Objects.equals(through, that.through);
    }

    @Override
    public int hashCode() {
        return Objects.hash(actor, through);
    }
}
