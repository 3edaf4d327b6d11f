package io.traject.registration;

import io.traject.access.Actors;
import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.access.UserDirectory;
import io.traject.kernel.EmailAddress;
import io.traject.kernel.Language;
import io.traject.kernel.MailLanguages;
import io.traject.organisation.employers.Employer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The users who can be reminded of an employer: active, with an address, and free to register employers there. */
@Component
class Registrars {

    /** A forgotten draft is to be found by somebody, and need not fill everybody's mailbox. */
    private static final int MOST_REMINDED = 10;

    private final UserDirectory users;
    private final Actors actors;
    private final Authorization authorization;
    private final MailLanguages languages;

    Registrars(UserDirectory users, Actors actors, Authorization authorization, MailLanguages languages) {
        this.users = users;
        this.actors = actors;
        this.authorization = authorization;
        this.languages = languages;
    }

    record Registrar(UUID id, String name, EmailAddress address, Language language) {}

    /** Who worked on it last, or else who drafted it; where neither can be reminded, the registrars of its place. */
    List<Registrar> toRemind(Employer employer) {
        return Stream.of(employer.workedOnBy(), employer.draftedBy())
                .flatMap(user -> registrar(user, employer.organisation(), employer.node()).stream())
                .findFirst()
                .map(List::of)
                .orElseGet(() -> allOf(employer.organisation(), employer.node())
                        .limit(MOST_REMINDED)
                        .toList());
    }

    /** Whether anybody can be reminded of the employers that an organisation has not published. */
    boolean areIn(UUID organisation) {
        return allOf(organisation, organisation).findAny().isPresent();
    }

    private Stream<Registrar> allOf(UUID organisation, UUID node) {
        return users.activeWith(Permission.EMPLOYERS_REGISTER, organisation).stream()
                .flatMap(user -> registrar(user, organisation, node).stream());
    }

    private Optional<Registrar> registrar(UUID user, UUID organisation, UUID node) {
        return users.find(user)
                .filter(found -> mayRegister(user, node))
                .flatMap(found -> found.email()
                        .map(address -> new Registrar(
                                user,
                                found.displayName(),
                                address,
                                languages.of(address, Optional.of(organisation), found.chosenLanguage()))));
    }

    private boolean mayRegister(UUID user, UUID node) {
        return actors.find(user)
                .filter(actor -> authorization.as(actor).may(Permission.EMPLOYERS_REGISTER, node))
                .isPresent();
    }
}
