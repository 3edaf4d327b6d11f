package io.traject.access.web;

import io.traject.access.Actor;
import io.traject.access.ActorAuthentication;
import io.traject.access.users.ChooseLanguage;
import io.traject.kernel.Language;
import io.traject.web.Visitor;
import io.traject.web.Visitors;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Tells the frame who looks at the page. */
@Component
class SignedInVisitors implements Visitors {

    private final ChooseLanguage chooseLanguage;

    SignedInVisitors(ChooseLanguage chooseLanguage) {
        this.chooseLanguage = chooseLanguage;
    }

    @Override
    public Optional<Visitor> current() {
        return user().map(user -> new Visitor(user.displayName(), user.username(), user.language()));
    }

    @Override
    public void chooseLanguage(Language language) {
        user().ifPresent(user -> chooseLanguage.choose(user.id(), language));
    }

    private static Optional<Actor> user() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof ActorAuthentication acting
                ? Optional.of(acting.getPrincipal()).filter(actor -> actor.kind() == Actor.Kind.USER)
                : Optional.empty();
    }
}
