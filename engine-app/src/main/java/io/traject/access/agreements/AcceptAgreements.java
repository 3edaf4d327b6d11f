package io.traject.access.agreements;

import io.traject.access.Actor;
import io.traject.access.Authorization;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.Language;
import io.traject.kernel.NotFoundException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The signed-in user reads and accepts what holds now, and finds again what was accepted. */
@Component
public class AcceptAgreements {

    private final Agreements agreements;
    private final Acceptances acceptances;
    private final Authorization authorization;
    private final BusinessTime time;

    AcceptAgreements(Agreements agreements, Acceptances acceptances, Authorization authorization, BusinessTime time) {
        this.agreements = agreements;
        this.acceptances = acceptances;
        this.authorization = authorization;
        this.time = time;
    }

    /** A version and when the user accepted it. */
    public record Accepted(Agreement agreement, Instant at) {}

    /** What holds now and this user has yet to accept. */
    @Transactional(readOnly = true)
    public List<Agreement> open() {
        Map<UUID, Instant> accepted = acceptances.of(authorization.actor().id());
        return agreements.current(time.today()).stream()
                .filter(agreement -> !accepted.containsKey(agreement.id()))
                .toList();
    }

    /** What this user accepted, also what no longer holds. */
    @Transactional(readOnly = true)
    public List<Accepted> accepted() {
        Map<UUID, Instant> accepted = acceptances.of(authorization.actor().id());
        return agreements.findAllByOrderByKindAscValidFromDesc().stream()
                .flatMap(agreement ->
                        Optional.ofNullable(accepted.get(agreement.id()))
                                .map(at -> new Accepted(agreement, at))
                                .stream())
                .toList();
    }

    /**
     * Accepts those of these versions that hold now; a version that took their place meanwhile is still open.
     *
     * @param language in which they were read
     */
    @Transactional
    public void accept(Collection<UUID> ids, Language language) {
        Actor actor = authorization.actor();
        open().stream()
                .filter(agreement -> ids.contains(agreement.id()))
                .forEach(agreement -> acceptances.add(agreement.id(), actor.id(), language));
    }

    /** A version that has been published; everyone who is signed in may read it. @throws NotFoundException for none */
    @Transactional(readOnly = true)
    public Agreement read(String kind, String number) {
        return Arrays.stream(Agreement.Kind.values())
                .filter(one -> one.code().equals(kind))
                .findFirst()
                .flatMap(one -> agreements.findByKindAndNumber(one, number))
                .orElseThrow(NotFoundException::new);
    }
}
