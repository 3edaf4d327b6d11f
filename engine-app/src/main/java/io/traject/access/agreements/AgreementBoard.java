package io.traject.access.agreements;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.Language;
import io.traject.kernel.NotFoundException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the installation's administrator sees of the agreements. */
@Component
@Transactional(readOnly = true)
public class AgreementBoard {

    private final Agreements agreements;
    private final Acceptances acceptances;
    private final Authorization authorization;
    private final BusinessTime time;

    AgreementBoard(Agreements agreements, Acceptances acceptances, Authorization authorization, BusinessTime time) {
        this.agreements = agreements;
        this.acceptances = acceptances;
        this.authorization = authorization;
        this.time = time;
    }

    /** How a version stands. */
    public enum State {
        PLANNED,
        CURRENT,
        PAST,
        WITHDRAWN
    }

    /** @param accepted by how many active users */
    public record Line(Agreement agreement, State state, int accepted) {}

    public record Acceptance(String displayName, String username, Instant at, Language language) {}

    /** By kind, the newest first. */
    public List<Line> all() {
        authorization.requireForInstallation(Permission.ADMINISTRATION);
        LocalDate today = time.today();
        Set<UUID> current =
                agreements.current(today).stream().map(Agreement::id).collect(Collectors.toSet());
        Map<UUID, Integer> accepted = acceptances.counts();
        return agreements.findAllByOrderByKindAscValidFromDesc().stream()
                .map(agreement -> new Line(
                        agreement,
                        state(agreement, current.contains(agreement.id()), today),
                        accepted.getOrDefault(agreement.id(), 0)))
                .toList();
    }

    /** @throws NotFoundException when there is none with this id */
    public Line get(UUID id) {
        return all().stream()
                .filter(line -> line.agreement().id().equals(id))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    /** How many there are to accept. */
    public int activeUsers() {
        authorization.requireForInstallation(Permission.ADMINISTRATION);
        return acceptances.activeUsers();
    }

    public List<Acceptance> acceptances(UUID id, int offset, int size) {
        authorization.requireForInstallation(Permission.ADMINISTRATION);
        return acceptances.page(id, offset, size);
    }

    public long acceptancesOf(UUID id) {
        authorization.requireForInstallation(Permission.ADMINISTRATION);
        return acceptances.count(id);
    }

    private static State state(Agreement agreement, boolean current, LocalDate today) {
        if (agreement.withdrawn()) {
            return State.WITHDRAWN;
        }
        if (current) {
            return State.CURRENT;
        }
        return agreement.from().isAfter(today) ? State.PLANNED : State.PAST;
    }
}
