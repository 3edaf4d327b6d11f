package io.traject.access.security;

import io.traject.access.Actor;
import io.traject.access.ActorAuthentication;
import io.traject.access.accounts.AccessTokens;
import io.traject.access.accounts.ApiAccount;
import io.traject.access.accounts.ApiAccounts;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.DefaultOAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.stereotype.Component;

/** Looks a bearer token up with every call, so that a revoked one is refused at once, on every instance. */
@Component
class AccessTokenIntrospector implements OpaqueTokenIntrospector {

    private static final String ACTOR = "actor";

    private final AccessTokens tokens;
    private final ApiAccounts accounts;

    AccessTokenIntrospector(AccessTokens tokens, ApiAccounts accounts) {
        this.tokens = tokens;
        this.accounts = accounts;
    }

    @Override
    public OAuth2AuthenticatedPrincipal introspect(String token) {
        Actor actor = tokens.accountOf(token)
                .flatMap(accounts::findById)
                .filter(ApiAccount::active)
                .map(ApiAccount::actor)
                .orElseThrow(() -> new BadOpaqueTokenException("The access token is unknown, expired or revoked"));
        return new DefaultOAuth2AuthenticatedPrincipal(actor.id().toString(), Map.of(ACTOR, actor), List.of());
    }

    static Authentication authentication(String token, OAuth2AuthenticatedPrincipal principal) {
        return new ActorAuthentication(Objects.requireNonNull(principal.<Actor>getAttribute(ACTOR)));
    }
}
